// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/stamp.h"
#include "paintedhost.h"
#include "storefeed.h"
#include "workspace/logs/logcontent.h"

#include <QStandardPaths>
#include <QTest>

/// A log window whose lines a test writes: a base of test classes.
class LogWindowFixture : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        QTest::failOnWarning();
        m_look = std::make_unique<workspace::Look>(workspace::Theme::darkTheme());
        auto feed = std::make_unique<StoreFeed>();
        m_feed = feed.get();
        m_content = std::make_unique<workspace::LogContent>(std::move(feed), QStringLiteral("web"),
                                                            *m_look);
        m_host = std::make_unique<PaintedHost<workspace::LogContent>>(*m_content, *m_look,
                                                                      QSize(700, 420));
    }

    void cleanup()
    {
        m_host.reset();
        m_content.reset();
    }

protected:
    static constexpr qint64 Second = 1'000'000'000;

    qint64 rows() const { return m_content->model().rowCount(); }
    static qint64 at(int second)
    {
        return logstore::stampOf("2026-01-02T03:04:05Z ").time + second * Second;
    }
    void seconds(int count)
    {
        QByteArray lines;
        for (int i = 0; i < count; ++i)
            lines += logstore::stampText(at(i)) + " line " + QByteArray::number(i) + '\n';
        m_feed->log(lines);
        QCOMPARE(rows(), count);
    }
    void twoPods(int each = 10)
    {
        for (int i = 0; i < each; ++i) {
            const QByteArray number = QByteArray::number(i) + '\n';
            const QByteArray even = logstore::stampText(at(i)) + " even " + number;
            const QByteArray odd = logstore::stampText(at(i) + Second / 2) + " odd " + number;
            m_feed->log(QStringLiteral("web-aaa/app"), even);
            m_feed->log(QStringLiteral("web-bbb/app"), odd);
        }
        QTRY_VERIFY(!m_content->model().progress());
    }

    std::unique_ptr<workspace::Look> m_look;
    StoreFeed *m_feed = nullptr; ///< the content's
    std::unique_ptr<workspace::LogContent> m_content;
    std::unique_ptr<PaintedHost<workspace::LogContent>> m_host;
};
