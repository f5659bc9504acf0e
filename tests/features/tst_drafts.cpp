// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/cluster.h"
#include "support/demoyard.h"
#include "workspace/editor/codeeditor.h"
#include "workspace/editor/codetext.h"
#include "workspace/manifest/manifestcontent.h"
#include "workspace/secret/secreteditor.h"
#include "workspace/yaml/yamlcontent.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yardfile.h"

#include <QJsonDocument>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::ManifestContent;
using workspace::OpenTarget;
using workspace::View;
using workspace::YamlContent;

/// What was typed outlives the cluster's entry in the kubeconfig, which may change at any time.
class DraftsTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(openConnectedYard());
    }
    void cleanup() { closeYard(); }

    void anEditedObjectIsKept()
    {
        auto *content = openYaml(u"deploy/shop/checkout:yaml"_s);
        QVERIFY(content);
        content->edit();
        write(content->editor()->editor(), u"# mine\n"_s);
        QVERIFY(content->editor()->isModified());
        replaceCluster();
        const auto *after = shown<YamlContent>(View::Yaml);
        QTRY_VERIFY((after = shown<YamlContent>(View::Yaml)) && after->editor());
        QVERIFY(after->editor()->isModified());
        QVERIFY(after->editor()->editor().text().startsWith(u"# mine\n"_s));
    }

    void aSecretIsKeptWithItsValuesMasked()
    {
        m_demo.store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"draft"_s}, {u"namespace"_s, u"shop"_s}}},
             {u"data"_s, QJsonObject{{u"password"_s, u"aHVudGVyMg=="_s}}}});
        auto *content = openYaml(u"secret/shop/draft:yaml"_s);
        QVERIFY(content);
        content->edit();
        write(content->editor()->editor(), u"type: mine\n"_s);
        replaceCluster();
        const YamlContent *after = nullptr;
        QTRY_VERIFY((after = shown<YamlContent>(View::Yaml)) && after->editor());
        const auto text = after->editor()->editor().text();
        QVERIFY2(text.contains(u"type: mine"_s), qPrintable(text));
        QVERIFY(!text.contains(u"aHVudGVyMg=="_s));
        QCOMPARE(after->editor()->editor().masks().size(), 1);
    }

    void aDecodedValueIsKeptOverAnotherViewAndAnotherCluster()
    {
        m_demo.store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"typed"_s}, {u"namespace"_s, u"shop"_s}}},
             {u"data"_s,
              QJsonObject{{u"password"_s, u"aHVudGVyMg=="_s}, {u"user"_s, u"YW5uYQ=="_s}}}});
        auto *content = openYaml(u"secret/shop/typed:yaml"_s);
        QVERIFY(content);
        content->decode();
        content->decoded()->showKey(u"user"_s);
        content->decoded()->reveal(true);
        content->decoded()->text().selectAll();
        content->decoded()->text().insertPlainText(u"berta-7f3c"_s);
        switchView(View::Describe);
        QTRY_VERIFY(!shown<YamlContent>(View::Yaml));
        switchView(View::Yaml);
        const YamlContent *after = nullptr;
        QTRY_VERIFY((after = shown<YamlContent>(View::Yaml)) && after->decoded());
        QCOMPARE(after->decoded()->key(), u"user"_s);
        QCOMPARE(after->decoded()->text().toPlainText(), u"berta-7f3c"_s);
        QVERIFY(after->decoded()->isModified());
        replaceCluster();
        QTRY_VERIFY((after = shown<YamlContent>(View::Yaml)) && after->decoded());
        QCOMPARE(after->decoded()->text().toPlainText(), u"berta-7f3c"_s);
        // Nothing that is saved knows of it.
        QVERIFY(!QJsonDocument(m_session.all()).toJson().contains("berta-7f3c"));
        QVERIFY(!workspace::toJson(m_document->krates()).contains("berta-7f3c"));
    }

    void aManifestIsKept()
    {
        m_window->openManifest({});
        ManifestContent *content = nullptr;
        QTRY_VERIFY((content = shown<ManifestContent>(View::Collection)));
        content->open(u"kind: ConfigMap\n"_s);
        write(content->editor()->editor(), u"# mine\n"_s);
        replaceCluster();
        QTRY_VERIFY((content = shown<ManifestContent>(View::Collection)) && content->editor());
        QCOMPARE(content->editor()->editor().text(), u"# mine\nkind: ConfigMap\n"_s);
        QVERIFY(content->editor()->isModified());
    }

    void itGoesOnInAWindowThatIsOpenedAnew()
    {
        auto *content = openYaml(u"deploy/shop/checkout:yaml"_s);
        QVERIFY(content);
        content->edit();
        write(content->editor()->editor(), u"# mine\n"_s);
        const auto drafts = m_window->canvas().drafts();
        QCOMPARE(drafts.size(), 1);
        m_window.reset();
        m_window = std::make_unique<workspace::MainWindow>(*m_clusters, *m_document, m_preferences,
                                                           m_session, m_look);
        m_window->resize(1400, 900);
        m_window->canvas().setDrafts(drafts);
        QCOMPARE(m_window->canvas().drafts().size(), 1); // also before it is seen
        m_window->show();
        m_window->openTarget(*OpenTarget::parse(u"deploy/shop/checkout:yaml"_s), {});
        const YamlContent *after = nullptr;
        QTRY_VERIFY((after = shown<YamlContent>(View::Yaml)) && after->editor());
        QVERIFY(after->editor()->isModified());
        QVERIFY(after->editor()->editor().text().startsWith(u"# mine\n"_s));
    }

private:
    YamlContent *openYaml(const QString &target)
    {
        m_window->openTarget(*OpenTarget::parse(target), {});
        const auto isLive = [this] {
            auto *content = shown<YamlContent>(View::Yaml);
            return content && !content->watch().object().isEmpty();
        };
        return QTest::qWaitFor(isLive, 10'000) ? shown<YamlContent>(View::Yaml) : nullptr;
    }

    static void write(workspace::CodeEditor &editor, const QString &text)
    {
        editor.area().moveCursor(QTextCursor::Start);
        editor.area().textCursor().insertText(text);
    }

    void switchView(View view)
    {
        const auto krate = m_document->krates().begin()->second;
        workspace::yard::setView(*m_document, krate.id, krate.windows.front().id, view);
    }

    /// The same server by its other name is another entry.
    void replaceCluster()
    {
        QSignalSpy replaced(m_clusters.get(), &workspace::ClusterSet::clusterReplaced);
        QFile file(m_folder.filePath(u"kubeconfig"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto text = file.readAll();
        const bool byName = text.contains("//localhost");
        text.replace(byName ? "//localhost" : "//127.0.0.1",
                     byName ? "//127.0.0.1" : "//localhost");
        QVERIFY(file.resize(0) && file.seek(0));
        QCOMPARE(file.write(text), text.size());
        file.close();
        m_clusters->reload();
        QTRY_COMPARE(replaced.size(), 1);
    }
};

QTEST_MAIN(DraftsTest)
#include "tst_drafts.moc"
