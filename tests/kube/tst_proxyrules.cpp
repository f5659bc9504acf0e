// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/proxyrules.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The cases of https://pkg.go.dev/golang.org/x/net/http/httpproxy, and more.
class ProxyRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void noProxyNamesWhatIsReachedDirectly_data()
    {
        QTest::addColumn<QString>("noProxy");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("proxied");
        const auto row = [](const QString &noProxy, const QString &url, bool proxied) {
            QTest::newRow(qPrintable(QString(noProxy + u" | "_s + url)))
                << noProxy << url << proxied;
        };
        row({}, u"https://h.example"_s, true);
        row({}, u"https://localhost:6443"_s, false);
        row({}, u"https://127.3.2.1"_s, false);
        row({}, u"https://[::1]:80"_s, false);
        row(u"*"_s, u"https://h.example"_s, false);
        row(u"other, *"_s, u"https://10.0.0.1"_s, false);
        row(u"example.com"_s, u"https://example.com"_s, false);
        row(u"example.com"_s, u"https://API.Example.com"_s, false);
        row(u"example.com"_s, u"https://notexample.com"_s, true);
        row(u".example.com"_s, u"https://api.example.com"_s, false);
        row(u".example.com"_s, u"https://example.com"_s, true);
        row(u"*.example.com"_s, u"https://api.example.com"_s, false);
        row(u"*.example.com"_s, u"https://example.com"_s, true);
        row(u"example.com:6443"_s, u"https://example.com:6443"_s, false);
        row(u"example.com:6443"_s, u"https://example.com"_s, true);
        row(u"example.com:443"_s, u"https://example.com"_s, false);
        row(u"10.0.0.0/8"_s, u"https://10.200.3.4:6443"_s, false);
        row(u"10.0.0.0/8"_s, u"https://11.0.0.1"_s, true);
        row(u"10.0.0.0/8"_s, u"https://10.example.com"_s, true);
        row(u"fd00::/8"_s, u"https://[fd00::5]:6443"_s, false);
        row(u"fd00::/8"_s, u"https://[fe00::5]:6443"_s, true);
        row(u"10.1.2.3"_s, u"https://10.1.2.3"_s, false);
        row(u"10.1.2.3:80"_s, u"https://10.1.2.3"_s, true);
        row(u"10.1.2.3:443"_s, u"https://10.1.2.3"_s, false);
        row(u"[fd00::1]:443"_s, u"https://[fd00::1]"_s, false);
        row(u"fd00::1"_s, u"https://[fd00::1]:6443"_s, false);
        row(u" , ,:80,a.b , c.d"_s, u"https://c.d"_s, false);
        row(u"bücher.example"_s, u"https://bücher.example"_s, false);
    }

    void noProxyNamesWhatIsReachedDirectly()
    {
        QFETCH(const QString, noProxy);
        QFETCH(const QString, url);
        QFETCH(const bool, proxied);
        const kube::ProxyRules rules{.httpsProxy = u"http://proxy:3128"_s, .noProxy = noProxy};
        QCOMPARE(rules.proxyFor(QUrl(url)).host(), proxied ? u"proxy"_s : QString());
        auto socket = QUrl(url);
        socket.setScheme(u"wss"_s);
        QCOMPARE(rules.proxyFor(socket).isEmpty(), !proxied);
    }

    void eachSchemeHasItsOwn()
    {
        const kube::ProxyRules rules{.httpProxy = u"http://plain"_s,
                                     .httpsProxy = u"socks5://jo:pw@secure:1081"_s};
        QCOMPARE(rules.proxyFor(QUrl(u"http://h.example"_s)).host(), u"plain"_s);
        QCOMPARE(rules.proxyFor(QUrl(u"https://h.example"_s)),
                 QUrl(u"socks5://jo:pw@secure:1081"_s));
        const kube::ProxyRules only{.httpProxy = u"http://plain"_s};
        QVERIFY(only.proxyFor(QUrl(u"https://h.example"_s)).isEmpty());
    }

    void aProxyWithoutASchemeIsAnHttpOne()
    {
        const kube::ProxyRules rules{.httpsProxy = u"proxy.example:3128"_s};
        QCOMPARE(rules.proxyFor(QUrl(u"https://h.example"_s)),
                 QUrl(u"http://proxy.example:3128"_s));
    }

    void aServerProgramDoesNotTrustHttpProxy()
    {
        const kube::ProxyRules rules{
            .httpProxy = u"http://p"_s, .httpsProxy = u"http://p"_s, .isCgi = true};
        QVERIFY(rules.proxyFor(QUrl(u"http://h.example"_s)).isEmpty());
        QVERIFY(!rules.proxyFor(QUrl(u"https://h.example"_s)).isEmpty());
    }

    void theEnvironmentIsReadInLargeAndSmallLetters()
    {
        for (const auto *name : {"HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "REQUEST_METHOD"})
            qunsetenv(name);
        qputenv("https_proxy", "http://small");
        QCOMPARE(kube::ProxyRules::fromEnvironment().httpsProxy, u"http://small"_s);
        qputenv("HTTPS_PROXY", "http://large");
        QCOMPARE(kube::ProxyRules::fromEnvironment().httpsProxy, u"http://large"_s);
        qunsetenv("HTTPS_PROXY");
        qunsetenv("https_proxy");
    }
};

QTEST_GUILESS_MAIN(ProxyRulesTest)
#include "tst_proxyrules.moc"
