// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/actions/journal.h"
#include "workspace/editor/codeeditor.h"
#include "workspace/editor/codetext.h"
#include "workspace/manifest/manifesteditor.h"
#include "workspace/report/recentlog.h"
#include "workspace/report/report.h"
#include "workspace/secret/secreteditor.h"
#include "workspace/session/sessionfile.h"
#include "workspace/yaml/yamlcontent.h"
#include "workspace/yarddoc/yardstore.h"

#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QMimeData>
#include <QMutex>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

QMutex logLock;
QByteArray logged; // everything that was said, whatever its level

void keep(QtMsgType, const QMessageLogContext &, const QString &text)
{
    const QMutexLocker lock(&logLock);
    logged += text.toUtf8() + '\n';
}

/// Values that nothing else has. Their base64 differs by what stands before them, so each of the
/// three alignments is looked for.
const QByteArray Marker = "qzjw-marker-first-7741";
const QByteArray Edited = "qzjw-marker-edited-8852";
const QByteArray Typed = "qzjw-marker-typed-9963";

QList<QByteArray> formsOf(const QByteArray &marker)
{
    QList<QByteArray> forms{marker};
    for (int shift = 0; shift < 3; ++shift) {
        const auto whole = QByteArray(QByteArray(shift, 'x') + marker + "xxx").toBase64();
        forms.append(whole.sliced(4, (marker.size() - 4) * 4 / 3 - 4));
    }
    const QString wide = QString::fromLatin1(marker);
    forms.append(QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2));
    return forms;
}

} // namespace

/// A secret is revealed, copied and edited in every way there is; then it is searched for in all
/// that was written.
class SecretHygieneTest : public QObject, private support::DemoYard
{
    Q_OBJECT

    QTemporaryDir m_work;
    std::unique_ptr<YardStore> m_file;
    std::unique_ptr<SessionFile> m_kept;
    std::unique_ptr<RecentLog> m_log;

    /// What a person would send with a report now.
    QByteArray report() const
    {
        return reportText({.preferences = m_preferences.values(),
                           .session = m_session,
                           .document = *m_document,
                           .clusters = *m_clusters,
                           .log = m_log->lines()})
            .toUtf8();
    }

    static QJsonObject secretWith(const QByteArray &value)
    {
        return {{u"apiVersion"_s, u"v1"_s},
                {u"kind"_s, u"Secret"_s},
                {u"metadata"_s, QJsonObject{{u"name"_s, u"vault"_s}, {u"namespace"_s, u"shop"_s}}},
                {u"type"_s, u"Opaque"_s},
                {u"data"_s,
                 QJsonObject{{u"token"_s, QString::fromLatin1(value.toBase64())},
                             {u"other"_s, u"eA=="_s}}}};
    }

    QByteArray inCluster()
    {
        const auto secret =
            m_demo.store().get({{{}, u"v1"_s, u"secrets"_s}, u"shop"_s, u"vault"_s});
        return QByteArray::fromBase64((*secret)["data"_L1]["token"_L1].toString().toLatin1());
    }

    static QStringList filesWith(const QString &folder, const QByteArray &marker)
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto bytes = file.readAll();
            for (const auto &form : formsOf(marker)) {
                if (bytes.contains(form))
                    found.append(file.fileName());
            }
        }
        return found;
    }

    static void press(ManifestBar &bar, const QString &id)
    {
        const bool there =
            QTest::qWaitFor([&] { return bar.button(id) && bar.button(id)->isEnabled(); }, 10'000);
        QVERIFY2(there, qPrintable(bar.text()));
        bar.button(id)->click();
    }

    void editDecoded(YamlContent &yaml)
    {
        yaml.decode();
        QVERIFY(yaml.decoded());
        auto &editor = *yaml.decoded();
        editor.showKey(u"token"_s);
        editor.reveal(true);
        QCOMPARE(editor.text().toPlainText().toUtf8(), Marker);
        editor.copy();
        QCOMPARE(QApplication::clipboard()->text().toUtf8(), Marker);
        QCOMPARE(QApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s),
                 "secret");
        editor.text().selectAll();
        editor.text().insertPlainText(QString::fromLatin1(Edited));
        editor.save();
        press(editor.bar(), u"confirm"_s);
        QTRY_COMPARE(inCluster(), Edited);
        QTRY_VERIFY(!editor.isModified());
        editor.leave();
        QTRY_VERIFY(!yaml.decoded());
        QTRY_VERIFY(QApplication::clipboard()->text().isEmpty()); // taken back with the editor
    }

    void editInYaml(YamlContent &yaml)
    {
        yaml.edit();
        QVERIFY(yaml.editor());
        auto &editor = *yaml.editor();
        const auto base64 = QString::fromLatin1(Edited.toBase64());
        QTRY_VERIFY(editor.editor().masks().contains(u"data.token"_s));
        QVERIFY(!editor.editor().text().contains(base64));
        Q_EMIT editor.editor().maskActivated(u"data.token"_s);
        QVERIFY(editor.editor().text().contains(base64));
        auto &area = editor.editor().area();
        QVERIFY(area.find(base64));
        area.textCursor().insertText(QString::fromLatin1(Typed.toBase64()));
        editor.submit();
        press(editor.bar(), u"apply"_s);
        QTRY_COMPARE(inCluster(), Typed);
        QTRY_VERIFY(editor.bar().button(u"close"_s));
        press(editor.bar(), u"close"_s);
        QTRY_VERIFY(!yaml.editor());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(serve());
        QVERIFY(openYard());
        m_log = std::make_unique<RecentLog>();
        m_file = std::make_unique<YardStore>(*m_document, m_work.filePath(u"shared.krateyard"_s));
        m_kept = std::make_unique<SessionFile>(m_session, m_work.filePath(u"session"_s));
        m_kept->load();
        QCOMPARE(m_window->journal().keepIn(m_work.filePath(u"journal"_s)), QString());
    }

    void cleanupTestCase()
    {
        m_file.reset();
        m_kept.reset();
        m_log.reset();
        closeYard();
    }

    void nothingOfASecretIsWrittenAnywhere()
    {
        m_demo.store().put(secretWith(Marker));
        m_window->openTarget(*OpenTarget::parse(u"secret/shop/vault:yaml"_s), {});
        QTRY_VERIFY(shown<YamlContent>(View::Yaml));
        auto *yaml = shown<YamlContent>(View::Yaml);
        QTRY_VERIFY(!yaml->watch().object().isEmpty());
        // Shown by a click in the text, as it was before there was an editor.
        Q_EMIT yaml->pane().actionActivated(u"token"_s);
        QTRY_VERIFY(yaml->pane().document().lines.size() > 5);
        editDecoded(*yaml);
        QTRY_COMPARE(yaml->watch().object()["data"_L1]["token"_L1].toString().toLatin1(),
                     Edited.toBase64());
        editInYaml(*yaml);
        m_file->flush();
        m_kept->flush();
        QCoreApplication::processEvents();
        qInfo("the log is in the report");
        const auto told = report();
        QVERIFY(told.contains("windows, yaml: 1\n"));
        QVERIFY(told.contains("the log is in the report"));

        for (const auto &marker : {Marker, Edited, Typed}) {
            QCOMPARE(filesWith(qEnvironmentVariable("HOME"), marker), QStringList());
            QCOMPARE(filesWith(m_work.path(), marker), QStringList());
            QCOMPARE(filesWith(m_folder.path(), marker), QStringList());
            const QMutexLocker lock(&logLock);
            for (const auto &form : formsOf(marker)) {
                QVERIFY(!logged.contains(form));
                QVERIFY(!told.contains(form));
            }
        }
    }

    /// Should a secret come into the log after all, it still comes into no report.
    void aReportHoldsNoSecretThatWasLogged()
    {
        m_log.reset(); // one at a time
        const auto before =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { });
        {
            const RecentLog log;
            for (const auto &marker : {Marker, Edited, Typed}) {
                qInfo("the value is %s", marker.constData());
                qInfo("data: {key: %s}", marker.toBase64().constData());
                qInfo("Authorization: Bearer %s", marker.constData());
                qInfo("https://user:%s@example.com/", marker.constData());
            }
            const auto told = log.lines().join(u'\n').toUtf8();
            QCOMPARE(log.lines().size(), 12);
            for (const auto &marker : {Marker, Edited, Typed}) {
                for (const auto &form : formsOf(marker))
                    QVERIFY2(!told.contains(form), told.constData());
            }
        }
        qInstallMessageHandler(before);
        m_log = std::make_unique<RecentLog>();
    }

    /// The search itself: a marker that was written is found.
    void whatIsWrittenIsFound()
    {
        for (const QByteArray &text :
             {Marker, QByteArray("ab" + Marker.toBase64()), QByteArray("a" + Marker).toBase64()}) {
            QFile file(m_work.filePath(u"leak"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
            QVERIFY(!filesWith(m_work.path(), Marker).isEmpty());
        }
    }
};

int main(int argc, char **argv)
{
    // All that the program and Qt may write goes below one folder that is looked through.
    const QTemporaryDir home;
    for (const auto *name :
         {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"})
        qputenv(name, home.path().toUtf8());
    const QApplication app(argc, argv);
    QLoggingCategory::setFilterRules(
        u"krateyard.*=true\nkube.*=true\nworkspace.*=true\ncollab.*=true\nqt.network.*=true"_s);
    const auto before = qInstallMessageHandler(keep);
    SecretHygieneTest test;
    const int result = QTest::qExec(&test, argc, argv);
    qInstallMessageHandler(before);
    return result;
}

#include "tst_secrethygiene.moc"
