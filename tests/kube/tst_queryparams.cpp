// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/queryparams.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

/// The recorded cases run in tst_oracle.
class QueryParamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void encodesLikeGo()
    {
        kube::QueryParams params;
        params.add(u"b"_s, u"1+1=2 & é/~*"_s);
        params.addAll(u"a"_s, {u"x y"_s, u""_s});
        QCOMPARE(params.toString(), u"a=x+y&a=&b=1%2B1%3D2+%26+%C3%A9%2F~%2A"_s);
    }

    void aUrlCarriesItUnchanged()
    {
        kube::QueryParams params;
        params.addAll(u"command"_s, {u"sh"_s, u"-c"_s, u"echo \"a+b\" 100%; exit"_s});
        QUrl url(u"https://server/exec"_s);
        url.setQuery(params.toQuery());
        QCOMPARE(url.query(QUrl::FullyEncoded), params.toString());
    }

    void leavesOutWhatStandsAtItsDefault()
    {
        QCOMPARE(paramsOf(kube::ListOptions{}).toString(), QString());
        const kube::ListOptions zeroes{.timeoutSeconds = 0, .sendInitialEvents = false};
        QCOMPARE(paramsOf(zeroes).toString(), u"sendInitialEvents=false&timeoutSeconds=0"_s);
    }
};

QTEST_GUILESS_MAIN(QueryParamsTest)
#include "tst_queryparams.moc"
