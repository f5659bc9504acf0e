// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describehealth.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

/// How the health of an object is broken into lines of a monospaced font.
class DescribeHealthTest : public QObject
{
    Q_OBJECT

    /// What stands under "Last log line:", which is foreign text.
    static QStringList lines(const QString &lastLine, int columns)
    {
        kube::Diagnosis diagnosis;
        diagnosis.health = kube::Health::Error;
        diagnosis.reason = kube::Reason::PodFailed;
        const auto section = describeHealth(diagnosis, lastLine, columns);
        if (!section || section->fields.size() != 3)
            return {};
        return section->fields.back().values.front().text.split(u'\n');
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void linesBreakAtSpaces()
    {
        QCOMPARE(lines(u"the rules cannot be loaded from the volume"_s, 34),
                 (QStringList{u"the rules cannot be loaded from"_s, u"the volume"_s}));
    }

    void aWordThatIsTooLongIsCut()
    {
        const QString word(70, u'x');
        QCOMPARE(lines(word, 34), (QStringList{word.left(32), word.left(32), word.left(6)}));
    }

    void wideCharactersTakeTwoColumnsAndBreakAnywhere()
    {
        const QString sentence(40, u'容');
        const auto got = lines(sentence, 34);
        QCOMPARE(got, (QStringList{sentence.left(16), sentence.left(16), sentence.left(8)}));
    }

    void nothingIsLost()
    {
        const auto text =
            u"容器 fraud-check 反复崩溃：已结束，退出码 1，重启 8 次。 panic: runtime error"_s;
        for (int columns = 34; columns < 90; ++columns) {
            auto joined = lines(text, columns).join(QString());
            QCOMPARE(joined.remove(u' '), QString(text).remove(u' '));
        }
    }
};

QTEST_GUILESS_MAIN(DescribeHealthTest)
#include "tst_describehealth.moc"
