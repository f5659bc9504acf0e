// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfigfiles.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::KubeconfigFiles;
using kube::KubeconfigWatcher;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

} // namespace

class KubeconfigWatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"config"_s);
    }

    void choosesTheFiles()
    {
        QCOMPARE(KubeconfigFiles::choose(u"/a"_s, u"/b"_s), (KubeconfigFiles{{u"/a"_s}, true}));
        const auto separator = QDir::listSeparator();
        const QString list = separator + u"/b"_s + separator + u"/c"_s + separator + u"/b"_s;
        QCOMPARE(KubeconfigFiles::choose({}, list), (KubeconfigFiles{{u"/b"_s, u"/c"_s}}));
        QCOMPARE(KubeconfigFiles::choose({}, {}),
                 (KubeconfigFiles{{QDir::homePath() + u"/.kube/config"_s}}));
    }

    void tellsOnceOfManyWrites()
    {
        write(m_path, "a");
        const KubeconfigWatcher watcher({{m_path}});
        QSignalSpy changed(&watcher, &KubeconfigWatcher::changed);
        write(m_path, "b");
        write(m_path, "c");
        write(m_path, "d");
        QTRY_COMPARE(changed.size(), 1);
    }

    void tellsOfReplacingAFileTwice()
    {
        write(m_path, "a");
        const KubeconfigWatcher watcher({{m_path}});
        QSignalSpy changed(&watcher, &KubeconfigWatcher::changed);
        replaceBy("b");
        QTRY_COMPARE(changed.size(), 1);
        replaceBy("c");
        QTRY_COMPARE(changed.size(), 2);
        write(m_path, "d");
        QTRY_COMPARE(changed.size(), 3);
    }

    void tellsOfAFileInAFolderThatComesLater()
    {
        const auto path = m_folder->filePath(u"later/.kube/config"_s);
        const KubeconfigWatcher watcher({{path}});
        QSignalSpy changed(&watcher, &KubeconfigWatcher::changed);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"later/.kube"_s)));
        write(path, "a");
        QTRY_COMPARE(changed.size(), 1);
        write(path, "b");
        QTRY_COMPARE(changed.size(), 2);
    }

    void tellsOfRemoval()
    {
        write(m_path, "a");
        const KubeconfigWatcher watcher({{m_path}});
        QSignalSpy changed(&watcher, &KubeconfigWatcher::changed);
        QVERIFY(QFile::remove(m_path));
        QTRY_COMPARE(changed.size(), 1);
    }

    void followsALink()
    {
        const auto target = m_folder->filePath(u"target"_s);
        write(target, "a");
        QVERIFY(QFile::link(target, m_path));
        const KubeconfigWatcher watcher({{m_path}});
        QSignalSpy changed(&watcher, &KubeconfigWatcher::changed);
        write(target, "b");
        QTRY_COMPARE(changed.size(), 1);
    }

    void isSilentAboutOtherFilesAndEqualContent()
    {
        write(m_path, "a");
        const KubeconfigWatcher watcher({{m_path}});
        QSignalSpy changed(&watcher, &KubeconfigWatcher::changed);
        write(m_folder->filePath(u"other"_s), "x");
        replaceBy("a");
        QVERIFY(!changed.wait(500));
    }

private:
    void replaceBy(const QByteArray &text)
    {
        const auto fresh = m_folder->filePath(u"fresh"_s);
        write(fresh, text);
        QCOMPARE(std::rename(qPrintable(fresh), qPrintable(m_path)), 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(KubeconfigWatcherTest)
#include "tst_kubeconfigwatcher.moc"
