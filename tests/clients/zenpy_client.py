"""zenpy, written against the real Zendesk, drives the sandbox."""

import datetime
import socket
import sys
import time

import requests
from zenpy import Zenpy
from zenpy.lib.api_objects import Comment, Ticket
from zenpy.lib.exception import APIException, RecordNotFoundException

PORT, CERTIFICATE = int(sys.argv[1]), sys.argv[2]
BASE = "https://gitlab.zendesk.com"

# gitlab.zendesk.com is this machine here, as in the browsers of the other tests.
original_getaddrinfo = socket.getaddrinfo


def getaddrinfo(host, port, *rest, **named):
    if host == "gitlab.zendesk.com":
        host, port = "127.0.0.1", PORT
    return original_getaddrinfo(host, port, *rest, **named)


socket.getaddrinfo = getaddrinfo


def session():
    made = requests.Session()
    made.verify = CERTIFICATE
    made.trust_env = False
    return made


def sandbox(method, path, body=None):
    answer = session().request(method, f"{BASE}/__sandbox/{path}", json=body)
    answer.raise_for_status()
    return answer.json()


def client(email):
    return Zenpy(subdomain="gitlab", email=email, token="sandbox-token", session=session(), disable_cache=True)


def test_users():
    zenpy = client("admin@support.example")
    me = zenpy.users.me()
    assert (me.name, me.role) == ("Ada Lindqvist", "admin")
    names = {user.name for user in zenpy.users()}
    assert {"Priya Nair", "Céline Marchetti"} <= names
    assert zenpy.users(id=me.id).email == "admin@support.example"


def test_tickets():
    zenpy = client("priya@support.example")
    ticket = zenpy.tickets(id=1005)
    assert ticket.subject == "Pipelines stuck in pending after import"
    assert ticket.requester.name == "Marta Kowalska"
    assert ticket.organization.name == "Bursztyn Software"
    assert len(list(zenpy.tickets())) == len(sandbox("GET", "seeds"))
    try:
        zenpy.tickets(id=424242)
        raise AssertionError("a ticket that is not there was found")
    except RecordNotFoundException:
        pass


def test_writing_tickets():
    zenpy = client("priya@support.example")
    audit = zenpy.tickets.create(Ticket(subject="From zenpy", comment=Comment(body="Hello"), tags=["zen", "py"]))
    ticket = zenpy.tickets(id=audit.ticket.id)
    assert (ticket.subject, ticket.tags) == ("From zenpy", ["py", "zen"])
    ticket.status = "pending"
    ticket.comment = Comment(body="Noted", public=False)
    updated = zenpy.tickets.update(ticket).ticket
    assert updated.status == "pending"
    assert [comment.public for comment in zenpy.tickets.comments(ticket.id)] == [True, False]
    ticket = zenpy.tickets(id=1018)
    ticket.status = "open"
    try:
        zenpy.tickets.update(ticket)
        raise AssertionError("a closed ticket was updated")
    except APIException as error:
        assert "closed prevents ticket update" in str(error)


def test_comments():
    zenpy = client("priya@support.example")
    comments = list(zenpy.tickets.comments(1013))
    assert len(comments) == 250
    assert comments[0].body.startswith("Hello")
    assert len({comment.id for comment in comments}) == 250


def test_organizations():
    zenpy = client("priya@support.example")
    organization = zenpy.organizations(id=360012345005)
    assert organization.tags == ["sub_dotcom_ultimate", "sub_sm_ultimate"]
    assert "is migrating" in organization.notes
    assert any(found.name == "Kawabe Seiki" for found in zenpy.organizations())
    assert [ticket.id for ticket in zenpy.tickets.organizations(organization)] == [1005]


def test_tags():
    zenpy = client("priya@support.example")

    def tags():
        return sorted(str(tag) for tag in zenpy.tickets(id=1016).tags)

    zenpy.tickets.set_tags(1016, ["one", "two"])
    assert tags() == ["one", "two"]
    zenpy.tickets.add_tags(1016, ["three"])
    assert tags() == ["one", "three", "two"]
    zenpy.tickets.delete_tags(1016, ["one"])
    assert tags() == ["three", "two"]


def test_search():
    zenpy = client("priya@support.example")
    found = list(zenpy.search(type="ticket", tags="sub_gitlab_dedicated"))
    assert [ticket.id for ticket in found] == [1007]
    exported = {ticket.id for ticket in zenpy.search_export(type="ticket")}
    assert {1001, 1018} <= exported


def test_incremental_export():
    zenpy = client("admin@support.example")
    start = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)
    exported = [ticket.id for ticket in zenpy.tickets.incremental(start_time=start)]
    assert len(exported) >= 22 and len(set(exported)) == len(exported)


def test_rate_limit():
    zenpy = client("priya@support.example")
    fault = {"method": "GET", "path": "/api/v2/tickets/1001",
             "effect": {"kind": "status", "status": 429, "retry_after": 1}}
    sandbox("POST", "faults", fault)
    start = time.monotonic()
    assert zenpy.tickets(id=1001).id == 1001
    assert time.monotonic() - start >= 1


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    for name, test in tests:
        sandbox("POST", "reset")
        test()
        print(f"zenpy {name}: ok")
    sandbox("POST", "reset")


main()
