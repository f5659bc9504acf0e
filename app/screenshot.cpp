// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/screenshot.h"

#include <QApplication>
#include <QWidget>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

constexpr int LookEveryMs = 100;
constexpr int SettledForMs = 1500; // pictures are renewed within a budget: a few frames behind
constexpr int LongestMs = 25'000;

Screenshot::Screenshot(QWidget &window, std::function<bool()> isSettled, const QString &file,
                       QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_isSettled(std::move(isSettled))
    , m_file(file)
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_since.start();
    m_timer.start(LookEveryMs);
}

void Screenshot::look()
{
    if (!m_isSettled())
        m_settled.invalidate();
    else if (!m_settled.isValid())
        m_settled.start();
    const bool settled = m_settled.isValid() && m_settled.elapsed() > SettledForMs;
    if (!settled && m_since.elapsed() < LongestMs)
        return;
    m_timer.stop();
    const bool written = m_window.grab().save(m_file);
    if (!written)
        std::fprintf(stderr, "%s\n",
                     qPrintable(tr("The picture could not be written to %1.").arg(m_file)));
    QApplication::exit(written ? 0 : 1);
}

} // namespace app
