//! The messages in the requesters' languages.

mod message;

use expect_test::{Expect, expect};
use ferry_core::Policy;
use ferry_core::draft::{self, fields};
use message::input;

fn check(described: &str, locale: &str, expected: Expect) {
    expected.assert_eq(&draft::customer_message(&Policy::gitlab(), &input(described, locale)).text);
}

fn check_reminder(described: &str, locale: &str, expected: Expect) {
    expected
        .assert_eq(&draft::customer_reminder(&Policy::gitlab(), &input(described, locale)).text);
}

#[test]
fn it_is_written_in_german() {
    check(
        "self_managed > saas, -, -",
        "de-AT",
        expect![[r#"
            Wie es aussieht, wechseln Sie derzeit von GitLab Self-Managed zu GitLab.com. Ihre aktuelle Subscription umfasst zwar nur den Support für GitLab Self-Managed, wir möchten Sie während der Umstellung aber gerne auch bei GitLab.com unterstützen.

            Damit unser Team das einrichten kann, bräuchte ich von Ihnen noch folgende Angaben:

            Frage 1: Welches Support-Level (Premium / Ultimate) planen Sie für GitLab.com?

            Frage 2: Bis wann soll die Migration abgeschlossen sein? Falls der Termin noch nicht feststeht, genügt Ihre derzeitige Schätzung; bitte nennen Sie Tag, Monat und Jahr.

            Ich frage nur, damit wir den Support für Sie einrichten können. Für alles, was die Subscription selbst betrifft, zum Beispiel Preise oder Konditionen, ist Ihr Account-Team bei GitLab die richtige Anlaufstelle.

            In der Zwischenzeit können wir gerne mit der technischen Frage in diesem Ticket weitermachen."#]],
    );
    check(
        "- > -, premium, 2027-03-01",
        "de",
        expect![[r#"
            Wie es aussieht, wechseln Sie derzeit zu einem anderen GitLab-Angebot. Ihre aktuelle Subscription umfasst zwar nur den Support für Ihr bisheriges Angebot, wir möchten Sie während der Umstellung aber gerne auch bei dem neuen unterstützen.

            Damit unser Team das einrichten kann, bräuchte ich von Ihnen noch folgende Angaben:

            Frage 1: Zu welchem GitLab-Angebot wechseln Sie?

            Notiert habe ich bisher Premium als geplantes Support-Level und den 1. März 2027 als Zieltermin. Bitte geben Sie mir Bescheid, falls sich daran etwas geändert hat.

            Ich frage nur, damit wir den Support für Sie einrichten können. Für alles, was die Subscription selbst betrifft, zum Beispiel Preise oder Konditionen, ist Ihr Account-Team bei GitLab die richtige Anlaufstelle.

            In der Zwischenzeit können wir gerne mit der technischen Frage in diesem Ticket weitermachen."#]],
    );
}

#[test]
fn it_is_written_in_french() {
    check(
        "self_managed > saas, -, -",
        "fr-CA",
        expect![[r#"
        Sauf erreur de ma part, vous êtes en train de migrer de GitLab Self-Managed vers GitLab.com. Votre abonnement actuel comprend uniquement l’assistance pour GitLab Self-Managed, mais nous souhaitons aussi vous accompagner sur GitLab.com pendant la migration.

        Pour que notre équipe puisse mettre cela en place, pourriez-vous m’indiquer :

        Question 1 : quel niveau d’assistance (Premium / Ultimate) prévoyez-vous pour GitLab.com ?

        Question 2 : à quelle date pensez-vous terminer la migration ? Si elle n’est pas encore arrêtée, une estimation suffit ; merci de préciser le jour, le mois et l’année.

        Ces informations nous servent uniquement à organiser l’assistance. Pour toute question sur l’abonnement lui-même, comme les tarifs ou les conditions, votre équipe commerciale GitLab reste votre interlocuteur.

        En attendant, nous pouvons bien sûr continuer à travailler sur la question technique de ce ticket."#]],
    );
    check(
        "- > -, premium, 2027-03-01",
        "fr",
        expect![[r#"
            Sauf erreur de ma part, vous êtes en train de migrer vers une autre offre GitLab. Votre abonnement actuel comprend uniquement l’assistance pour votre offre actuelle, mais nous souhaitons aussi vous accompagner sur la nouvelle pendant la migration.

            Pour que notre équipe puisse mettre cela en place, pourriez-vous m’indiquer :

            Question 1 : vers quelle offre GitLab migrez-vous ?

            J’ai noté Premium comme niveau d’assistance prévu et le 1er mars 2027 comme date cible. N’hésitez pas à me signaler tout changement.

            Ces informations nous servent uniquement à organiser l’assistance. Pour toute question sur l’abonnement lui-même, comme les tarifs ou les conditions, votre équipe commerciale GitLab reste votre interlocuteur.

            En attendant, nous pouvons bien sûr continuer à travailler sur la question technique de ce ticket."#]],
    );
}

#[test]
fn it_is_written_in_japanese() {
    check(
        "self_managed > saas, -, -",
        "ja",
        expect![[r#"
            GitLab Self-Managed から GitLab.com への移行を進めていらっしゃるとお見受けいたします。現在のサブスクリプションのサポート対象は GitLab Self-Managed のみですが、移行期間中は GitLab.com についてもサポートさせていただきたいと考えております。

            弊社内で手配を進めるため、以下についてお知らせいただけますでしょうか。

            質問1：GitLab.com では、どのサポートレベル（Premium / Ultimate）のご利用をご予定でしょうか。

            質問2：移行完了の予定日はいつでしょうか。未確定の場合は現時点での目安で差し支えございませんので、年月日でお知らせください。

            お伺いする内容は、サポートの手配のためにのみ使用いたします。価格や契約条件など、サブスクリプションそのものに関するご相談は、GitLab の営業担当までお問い合わせください。

            その間も、本チケットでお問い合わせいただいている技術的なご質問については、引き続き対応いたします。"#]],
    );
    check(
        "- > -, premium, 2027-03-01",
        "ja",
        expect![[r#"
            GitLab の別の製品への移行を進めていらっしゃるとお見受けいたします。現在のサブスクリプションのサポート対象は現在ご利用の製品のみですが、移行期間中は移行先の製品についてもサポートさせていただきたいと考えております。

            弊社内で手配を進めるため、以下についてお知らせいただけますでしょうか。

            質問1：移行先は GitLab のどの製品をご予定でしょうか。

            ご予定のサポートレベルは Premium、移行の目標日は2027年3月1日と承知しております。変更がございましたらお知らせください。

            お伺いする内容は、サポートの手配のためにのみ使用いたします。価格や契約条件など、サブスクリプションそのものに関するご相談は、GitLab の営業担当までお問い合わせください。

            その間も、本チケットでお問い合わせいただいている技術的なご質問については、引き続き対応いたします。"#]],
    );
}

#[test]
fn it_is_written_in_spanish() {
    check(
        "self_managed > saas, -, -",
        "es-419",
        expect![[r#"
        Según parece, están migrando de GitLab Self-Managed a GitLab.com. Su suscripción actual incluye únicamente soporte para GitLab Self-Managed, pero durante la migración queremos ayudarles también con GitLab.com.

        Para que nuestro equipo pueda organizarlo, ¿podrían indicarme lo siguiente?

        Pregunta 1: ¿Qué nivel de soporte (Premium / Ultimate) tienen previsto para GitLab.com?

        Pregunta 2: ¿En qué fecha prevén terminar la migración? Si todavía no es definitiva, basta con una estimación; por favor, indiquen día, mes y año.

        Lo pregunto únicamente para poder organizar el soporte. Para todo lo relacionado con la suscripción en sí, como precios o condiciones, pueden dirigirse a su equipo comercial de GitLab.

        Mientras tanto, podemos seguir trabajando en la consulta técnica de este ticket."#]],
    );
    check(
        "- > -, premium, 2027-03-01",
        "es",
        expect![[r#"
            Según parece, están migrando a otra oferta de GitLab. Su suscripción actual incluye únicamente soporte para su oferta actual, pero durante la migración queremos ayudarles también con la nueva.

            Para que nuestro equipo pueda organizarlo, ¿podrían indicarme lo siguiente?

            Pregunta 1: ¿A qué oferta de GitLab van a migrar?

            He anotado Premium como nivel de soporte previsto y el 1 de marzo de 2027 como fecha prevista. Si algo ha cambiado, no duden en decírmelo.

            Lo pregunto únicamente para poder organizar el soporte. Para todo lo relacionado con la suscripción en sí, como precios o condiciones, pueden dirigirse a su equipo comercial de GitLab.

            Mientras tanto, podemos seguir trabajando en la consulta técnica de este ticket."#]],
    );
}

#[test]
fn the_reminder_is_written_in_each_language() {
    for (language, expected) in [
        (
            "de",
            expect![[r#"
                Ich möchte noch einmal auf Ihren Wechsel zu GitLab.com zurückkommen. Damit unser Team den Support dafür einrichten kann, fehlt mir noch Folgendes:

                Frage 1: Bis wann soll die Migration abgeschlossen sein? Falls der Termin noch nicht feststeht, genügt Ihre derzeitige Schätzung; bitte nennen Sie Tag, Monat und Jahr.

                Notiert habe ich bisher Premium als geplantes Support-Level. Bitte geben Sie mir Bescheid, falls sich daran etwas geändert hat.

                Sollte das noch nicht entschieden sein, genügt eine kurze Nachricht; dann überlegen wir gemeinsam, wie wir Sie bis dahin am besten unterstützen.

                In der Zwischenzeit können wir gerne mit der technischen Frage in diesem Ticket weitermachen."#]],
        ),
        (
            "fr",
            expect![[r#"
            Je me permets de revenir vers vous au sujet de votre migration vers GitLab.com. Pour que notre équipe puisse mettre en place l’assistance correspondante, il me manque encore une précision de votre part :

            Question 1 : à quelle date pensez-vous terminer la migration ? Si elle n’est pas encore arrêtée, une estimation suffit ; merci de préciser le jour, le mois et l’année.

            J’ai noté Premium comme niveau d’assistance prévu. N’hésitez pas à me signaler tout changement.

            Si ce n’est pas encore décidé, dites-le-moi simplement, et nous verrons ensemble comment vous accompagner au mieux d’ici là.

            En attendant, nous pouvons bien sûr continuer à travailler sur la question technique de ce ticket."#]],
        ),
        (
            "ja",
            expect![[r#"
            GitLab.com への移行の件で、改めてご連絡いたします。弊社内でサポートの手配を進めるため、恐れ入りますが、以下についてお知らせいただけますでしょうか。

            質問1：移行完了の予定日はいつでしょうか。未確定の場合は現時点での目安で差し支えございませんので、年月日でお知らせください。

            ご予定のサポートレベルは Premium と承知しております。変更がございましたらお知らせください。

            まだお決まりでない場合は、その旨をお知らせください。それまでのサポートの進め方を一緒に検討させていただきます。

            その間も、本チケットでお問い合わせいただいている技術的なご質問については、引き続き対応いたします。"#]],
        ),
        (
            "es",
            expect![[r#"
            Les escribo de nuevo acerca de su migración a GitLab.com. Para que nuestro equipo pueda organizar el soporte correspondiente, todavía me falta saber lo siguiente:

            Pregunta 1: ¿En qué fecha prevén terminar la migración? Si todavía no es definitiva, basta con una estimación; por favor, indiquen día, mes y año.

            He anotado Premium como nivel de soporte previsto. Si algo ha cambiado, no duden en decírmelo.

            Si aún no está decidido, basta con que me lo digan, y veremos cuál es la mejor manera de ayudarles hasta entonces.

            Mientras tanto, podemos seguir trabajando en la consulta técnica de este ticket."#]],
        ),
    ] {
        check_reminder("self_managed > saas, premium, -", language, expected);
    }
}

#[test]
fn a_language_falls_back_to_a_wider_one_and_to_english() {
    let mut templates = Policy::gitlab().templates.customer_message;
    templates.insert("pt-BR".to_owned(), "Olá".to_owned());
    for (locale, language) in [
        ("de", Some("de")),
        ("DE", Some("de")),
        ("de-AT", Some("de")),
        ("de_CH", Some("de")),
        ("ja-jp-x-osaka", Some("ja")),
        ("pt-br", Some("pt-BR")),
        ("pt", Some("en")),
        ("", Some("en")),
        ("-", Some("en")),
        ("deu", Some("en")),
    ] {
        assert_eq!(
            draft::template_language(&templates, locale),
            language,
            "{locale}"
        );
    }
    templates.clear();
    assert_eq!(draft::template_language(&templates, "de"), None);
}

#[test]
fn every_language_says_the_same() {
    let templates = Policy::gitlab().templates;
    for messages in [templates.customer_message, templates.customer_reminder] {
        let used = |text: &str| -> Vec<&str> {
            fields::MESSAGE
                .iter()
                .copied()
                .filter(|name| text.contains(&format!("{name}}}")))
                .collect()
        };
        for (language, text) in &messages {
            assert_eq!(used(text), used(&messages["en"]), "{language}");
        }
    }
}
