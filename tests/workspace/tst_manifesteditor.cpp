// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/manifesteditor.h"

#include "support/democlient.h"
#include "workspace/editor/codeeditor.h"
#include "workspace/editor/codetext.h"
#include "workspace/editor/diffview.h"
#include "workspace/look/look.h"
#include "workspace/manifest/conflictlist.h"
#include "workspace/manifest/manifestcontent.h"
#include "workspace/manifest/manifesttemplates.h"
#include "workspace/manifest/reviewpanel.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QCheckBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;
using State = ApplySession::State;

class ManifestEditorTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;
    std::unique_ptr<kube::OpenApi> m_api;
    kube::ApiResources m_resources;
    QWidget m_host; ///< as the canvas is: a window that knows nothing of its child's layout
    std::unique_ptr<ManifestEditor> m_editor;
    const kube::ObjectRef m_ref{{u"apps"_s, u"v1"_s, u"deployments"_s}, u"shop"_s, u"web"_s};

    static QJsonObject yaml(const QByteArray &text)
    {
        const auto tree = kube::parseYaml(text);
        return tree ? (*tree)->toJson().toObject() : QJsonObject();
    }

    static QByteArray deployment(const QByteArray &replicas, const QByteArray &image = "one")
    {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\n"
               "spec:\n  replicas: "
            + replicas
            + "\n  selector: {matchLabels: {app: web}}\n  template: {metadata: {labels: {app: "
              "web}}, spec: {containers: [{name: a, image: "
            + image + "}]}}\n";
    }

    QJsonObject stored() const { return m_server->store().get(m_ref).value_or(QJsonObject()); }

    void write(const QString &from, const QString &to)
    {
        auto &area = m_editor->editor().area();
        area.moveCursor(QTextCursor::Start);
        QVERIFY2(area.find(from), qPrintable(from));
        area.textCursor().insertText(to);
    }

    void press(ManifestBar &bar, const QString &id)
    {
        QTRY_VERIFY(bar.button(id) && bar.button(id)->isEnabled());
        bar.button(id)->click();
    }

    bool reaches(State state) const
    {
        return QTest::qWaitFor([&] { return m_editor->session().state() == state; }, 10'000);
    }

    bool apply()
    {
        QSignalSpy applied(m_editor.get(), &ManifestEditor::applied);
        press(m_editor->bar(), u"apply"_s);
        return QTest::qWaitFor([&] { return applied.size() == 1; }, 10'000);
    }

    void applyAs(const QByteArray &manager, const QByteArray &text)
    {
        const auto applied = m_client->send(
            {.path = kube::pathOf(m_ref),
             .query = QUrlQuery(u"force=true&fieldManager="_s + QString::fromLatin1(manager)),
             .method = "PATCH",
             .body = QJsonDocument(yaml(text)).toJson(),
             .contentType = "application/apply-patch+yaml"});
        QTRY_VERIFY(applied.isFinished() && applied.result());
    }

    ManifestTarget target() { return {*m_client, m_resources, *m_api, u"prod-eu"_s, u"shop"_s}; }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        m_api = std::make_unique<kube::OpenApi>(*m_client);
        const auto found = kube::discover(*m_client);
        QTRY_VERIFY(found.isFinished());
        m_resources = *found.result();
        m_editor = std::make_unique<ManifestEditor>(target(), m_highlighting, m_look, &m_host);
        m_editor->resize(1000, 700);
        m_host.resize(1000, 700);
        m_host.show();
        m_editor->show();
    }

    void cleanup()
    {
        m_editor.reset();
        m_api.reset();
        stop();
    }

    void whoMayNotChangeItIsToldBeforeTheyType()
    {
        m_server->script().forbid({.verb = u"patch"_s, .resource = u"configmaps"_s});
        kube::AccessReview access(*m_client);
        auto where = target();
        where.access = &access;
        ManifestEditor editor(where, m_highlighting, m_look, &m_host);
        const auto object = yaml("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: "
                                 "shop}\n");
        editor.editObject(object);
        QTRY_VERIFY(editor.bar().text().startsWith(
            u"You may not patch configmaps in the namespace shop."_s));
        QVERIFY(!editor.bar().button(u"submit"_s));
        QVERIFY(editor.bar().button(u"close"_s));
    }

    void nothingChangesBeforeTheQuestionIsAnswered()
    {
        m_editor->editObject(m_server->store().put(yaml(deployment("2"))));
        write(u"replicas: 2"_s, u"replicas: 5"_s);
        QVERIFY(m_editor->isModified());
        Q_EMIT m_editor->editor().submitRequested();
        QVERIFY(reaches(State::Review));
        QCOMPARE(stored()["spec"_L1]["replicas"_L1].toInt(), 2);
        const auto question = m_editor->bar().text();
        QVERIFY2(question.contains("1 change"_L1) && question.contains("prod-eu"_L1)
                     && question.contains("Deployment shop/web"_L1),
                 qPrintable(question));
        QTRY_VERIFY(m_editor->review().diff().pane().summary().contains(u'1'));
        QTest::keyClick(m_editor.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(stored()["spec"_L1]["replicas"_L1].toInt(), 2);
        QVERIFY(apply());
        QCOMPARE(stored()["spec"_L1]["replicas"_L1].toInt(), 5);
        QVERIFY(!m_editor->isModified());
    }

    void whatWasTypedStaysWhenTheObjectChanges()
    {
        auto object = m_server->store().put(yaml(deployment("2")));
        m_editor->editObject(object);
        m_editor->setUnderneath(object);
        QVERIFY(!m_editor->strip().isVisible());
        write(u"image: one"_s, u"image: mine"_s);
        const auto theirs = yaml(deployment("7"));
        m_editor->setUnderneath(theirs);
        QVERIFY(m_editor->strip().isVisible());
        QVERIFY(m_editor->editor().text().contains("image: mine"_L1));
        QVERIFY(m_editor->editor().text().contains("replicas: 2"_L1));
        press(m_editor->strip(), u"merge"_s);
        QCOMPARE(m_editor->merge().pane().merge().openConflicts(), 0);
        press(m_editor->bar(), u"take-merge"_s);
        QVERIFY(m_editor->editor().text().contains("image: mine"_L1));
        QVERIFY(m_editor->editor().text().contains("replicas: 7"_L1));
        QVERIFY(!m_editor->strip().isVisible());
        QVERIFY(m_editor->isModified());
    }

    void bothAtOneLineIsChosenByThePerson()
    {
        m_editor->editObject(m_server->store().put(yaml(deployment("2"))));
        write(u"replicas: 2"_s, u"replicas: 3"_s);
        m_editor->setUnderneath(yaml(deployment("7")));
        press(m_editor->strip(), u"merge"_s);
        QCOMPARE(m_editor->merge().pane().merge().openConflicts(), 1);
        m_editor->merge().pane().choose(0, MergeChunk::Choice::Theirs);
        press(m_editor->bar(), u"take-merge"_s);
        QVERIFY(m_editor->editor().text().contains("replicas: 7"_L1));
        m_editor->setUnderneath(yaml(deployment("8")));
        press(m_editor->strip(), u"theirs"_s);
        QVERIFY(m_editor->editor().text().contains("replicas: 8"_L1));
        QVERIFY(!m_editor->isModified());
    }

    void conflictsAreTakenOverByTheirBoxes()
    {
        applyAs("flux", deployment("2"));
        m_editor->editObject(stored());
        write(u"replicas: 2"_s, u"replicas: 5"_s);
        write(u"image: one"_s, u"image: two"_s);
        m_editor->submit();
        QVERIFY(reaches(State::Review));
        QTRY_COMPARE(m_editor->review().conflicts().boxes().size(), size_t(2));
        QVERIFY(m_editor->bar().text().contains("in conflict"_L1));
        QVERIFY(!m_editor->bar().button(u"apply"_s)->isEnabled());
        auto *box = m_editor->review().conflicts().findChild<QCheckBox *>(u".spec.replicas"_s);
        QVERIFY(box && box->text().contains("flux"_L1));
        box->click();
        QTRY_VERIFY(m_editor->session().state() == State::Review
                    && m_editor->session().changes() == 1);
        QVERIFY(apply());
        QCOMPARE(stored()["spec"_L1]["replicas"_L1].toInt(), 5);
        QVERIFY(QJsonDocument(stored()["spec"_L1].toObject()).toJson().contains("\"one\""));
    }

    void aFileSaysWhatBecameOfEachDocument()
    {
        m_editor->editText(QString::fromUtf8(
            deployment("1")
            + "---\nkind: {\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: "
              "settings}\ndata: {a: b}\n"));
        m_editor->submit();
        QVERIFY(reaches(State::Review));
        auto &list = m_editor->review().list();
        QTRY_COMPARE(list.count(), 3);
        QTRY_VERIFY(list.item(2)->text().contains(u"ConfigMap shop/settings — new"_s));
        QVERIFY(list.item(1)->text().contains("line 10"_L1));
        QTRY_COMPARE(list.currentRow(), 1); // what is wrong comes first
        QVERIFY2(m_editor->review().message().contains("Line 12"_L1),
                 qPrintable(m_editor->review().message()));
        QVERIFY(m_editor->bar().text().contains("2 change"_L1));
        QVERIFY(m_editor->bar().text().contains("1 refused"_L1));
        press(m_editor->bar(), u"apply"_s);
        QVERIFY(reaches(State::Done));
        QCOMPARE(stored()["spec"_L1]["replicas"_L1].toInt(), 1);
        QVERIFY(m_server->store().get({{{}, u"v1"_s, u"configmaps"_s}, u"shop"_s, u"settings"_s}));
        Q_EMIT list.itemActivated(list.item(1));
        QCOMPARE(m_editor->editor().cursorPosition().line, 11);
    }

    void aRefusalIsShownAtItsLine()
    {
        m_editor->editObject(m_server->store().put(yaml(deployment("2"))));
        demo::Fault fault{.path = kube::pathOf(m_ref), .method = "PATCH", .code = 422};
        fault.body =
            "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"Invalid\",\"code\":422,"
            "\"message\":\"no\",\"details\":{\"causes\":[{\"reason\":\"FieldValueInvalid\","
            "\"message\":\"must not be so many\",\"field\":\"spec.replicas\"}]}}";
        m_server->script().add(fault);
        write(u"replicas: 2"_s, u"replicas: 99"_s);
        const auto line = m_editor->editor().cursorPosition().line;
        m_editor->submit();
        QVERIFY(reaches(State::Review));
        QCOMPARE(m_editor->editor().cursorPosition().line, line);
        QVERIFY(m_editor->editor().isVisible());
        QVERIFY2(m_editor->editor().notice().contains("so many"_L1),
                 qPrintable(m_editor->editor().notice()));
        QVERIFY(m_editor->isModified());
    }

    void problemsAppearWhileTyping()
    {
        m_editor->editText(u"apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec:\n"
                           "  replcas: 2\n"_s);
        QTRY_VERIFY(m_editor->bar().text().contains("3 problem"_L1)); // two fields are missing
        write(u"replcas"_s, u"replicas"_s);
        QTRY_VERIFY(m_editor->bar().text().contains("2 problem"_L1));
    }

    void hintsComeFromTheSchema()
    {
        SchemaAssist assist(*m_api, m_resources);
        QSignalSpy completed(&assist, &SchemaAssist::completed);
        QSignalSpy hovered(&assist, &SchemaAssist::hovered);
        const QString text =
            u"apiVersion: apps/v1\nkind: Deployment\nspec:\n  re\n  template:\n"
            "    spec:\n      containers:\n      - ports:\n        - protocol: \n"_s;
        const auto items = [&](EditorPosition at) {
            completed.clear();
            assist.complete(7, text, at);
            if (!QTest::qWaitFor([&] { return !completed.isEmpty(); }))
                return std::vector<CompletionItem>();
            return completed.first().at(1).value<std::vector<CompletionItem>>();
        };
        const auto fields = items({3, 4});
        const auto replicas = std::ranges::find(fields, u"replicas"_s, &CompletionItem::text);
        QVERIFY(replicas != fields.end());
        QCOMPARE(replicas->insert, u"replicas: $0"_s);
        QVERIFY(std::ranges::find(fields, u"template"_s, &CompletionItem::text) == fields.end());
        const auto values = items({8, 20});
        QCOMPARE(values.size(), size_t(3));
        QCOMPARE(values[1].text, u"TCP"_s);
        const auto inElement = items({7, 8});
        QVERIFY(std::ranges::find(inElement, u"image"_s, &CompletionItem::text) != inElement.end());
        assist.hover(9, text, {4, 4});
        QTRY_COMPARE(hovered.size(), 1);
        const auto note = hovered.first().at(1).value<AssistNote>();
        QCOMPARE(note.heading, u"template"_s);
        QVERIFY(note.type.contains("required"_L1));
        QVERIFY(note.text.contains("pods"_L1));
    }

    void leavingAsksForWhatWasTyped()
    {
        QSignalSpy closed(m_editor.get(), &ManifestEditor::closeRequested);
        m_editor->editText(u"a: 1\n"_s);
        m_editor->editor().area().insertPlainText(u"x"_s);
        QTest::keyClick(m_editor.get(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 0);
        QTest::keyClick(m_editor.get(), Qt::Key_Escape); // keeps it
        QVERIFY(!m_editor->bar().button(u"give-up"_s));
        m_editor->leave();
        press(m_editor->bar(), u"give-up"_s);
        QCOMPARE(closed.size(), 1);
    }

    void secretsAreMaskedAndWholeAllTheSame()
    {
        const auto secret = m_server->store().put(
            yaml("apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\n"
                 "data: {a: aHVudGVyMg==, b: \"1234\"}\n"));
        m_editor->editObject(secret);
        QVERIFY(!m_editor->editor().text().contains("aHVudGVyMg"_L1));
        write(u"name: s"_s, u"labels: {x: \"y\"}\n  name: s"_s);
        m_editor->submit();
        QVERIFY(reaches(State::Review));
        QCOMPARE(m_editor->session().changes(), 1);
        QVERIFY(apply());
        const auto now = *m_server->store().get({{{}, u"v1"_s, u"secrets"_s}, u"shop"_s, u"s"_s});
        QCOMPARE(now["data"_L1], secret["data"_L1]);
        QCOMPARE(now["metadata"_L1]["labels"_L1]["x"_L1].toString(), u"y"_s);
    }

    void everyTemplateIsRight_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto &kind : manifestTemplates())
            QTest::newRow(qPrintable(kind)) << kind;
    }

    void everyTemplateIsRight()
    {
        QFETCH(const QString, kind);
        m_editor->editText(manifestTemplate(kind, u"shop"_s));
        m_editor->submit();
        QVERIFY(reaches(State::Review));
        QCOMPARE(m_editor->session().changes(), 1);
        QCOMPARE(m_editor->session().entries()[0].document.kind(), kind);
        QTRY_VERIFY(m_editor->bar().text().contains(u"1 change"_s));
    }

    void aWindowBeginsWithTemplatesOrAFile()
    {
        ManifestContent content(target(), m_highlighting, m_look);
        content.setSize({800, 600});
        QVERIFY(!content.liveWidget());
        const auto at = content.choiceRect(0).center();
        QMouseEvent press(QEvent::MouseButtonPress, at, at, Qt::LeftButton, Qt::LeftButton, {});
        QVERIFY(content.handleInput(press));
        QVERIFY(content.editor());
        QCOMPARE(content.liveWidget(), content.editor());
        QVERIFY(content.editor()->editor().text().contains("kind: Deployment"_L1));
        QVERIFY(content.editor()->editor().text().contains("namespace: shop"_L1));
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(deployment("4"));
        file.close();
        QCOMPARE(content.openFile(file.fileName()), QString());
        QVERIFY(content.editor()->editor().text().contains("replicas: 4"_L1));
        QVERIFY(content.openFile(folder.filePath(u"none.yaml"_s)).contains("cannot be read"_L1));
    }
};

QTEST_MAIN(ManifestEditorTest)
#include "tst_manifesteditor.moc"
