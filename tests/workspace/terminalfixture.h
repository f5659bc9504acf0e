// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/look.h"
#include "workspace/shell/shellsurface.h"
#include "workspace/terminal/terminalsearch.h"
#include "workspace/terminal/termwidget.h"

#include <QSignalSpy>
#include <QTest>

/// A ShellSurface of a wanted size in characters, and what it shows.
class Screen
{
public:
    explicit Screen(workspace::Look &look,
                    workspace::TerminalFeed::Road road = workspace::TerminalFeed::Road::Straight)
        : m_surface(look, nullptr, road)
    {
        QObject::connect(&m_surface, &workspace::ShellSurface::answered, &m_surface, take());
        QObject::connect(&m_surface, &workspace::ShellSurface::typed, &m_surface, take());
        m_surface.resize(800, 600);
        m_surface.show();
    }

    workspace::ShellSurface &surface() { return m_surface; }

    bool resizeTo(QSize cells)
    {
        for (int i = 0; i < 200 && m_surface.cells() != cells; ++i) {
            const auto now = m_surface.cells();
            const auto step = [](int wanted, int is, int pixels) {
                const int by = (wanted - is) * qMax(1, pixels / qMax(1, is) - 1);
                return pixels + (by != 0 ? by : qBound(-1, wanted - is, 1));
            };
            m_surface.resize(step(cells.width(), now.width(), m_surface.width()),
                             step(cells.height(), now.height(), m_surface.height()));
        }
        return m_surface.cells() == cells;
    }

    /// Feeds them and waits until the terminal has taken them all in, which it says itself: it
    /// answers a question that comes last.
    bool show(const QByteArray &bytes)
    {
        m_surface.feed(bytes);
        m_said.clear();
        m_surface.feed("\x1b[5n");
        return QTest::qWaitFor([this] { return m_said.endsWith("\x1b[0n"); }, 20'000);
    }

    /// The lines on the screen without blanks at their ends, and without empty ones at its end.
    QStringList lines()
    {
        auto &terminal = m_surface.terminal();
        const int history = terminal.historyLinesCount();
        QStringList lines;
        for (auto row :
             workspace::rowsOf(terminal, history, history + terminal.screenLinesCount())) {
            row.replace(QChar(0), u' '); // cells that were never written
            while (row.endsWith(u' '))
                row.chop(1);
            lines.append(row);
        }
        while (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
        return lines;
    }

private:
    std::function<void(const QByteArray &)> take()
    {
        return [this](const QByteArray &bytes) { m_said += bytes; };
    }

    workspace::ShellSurface m_surface;
    QByteArray m_said;
};
