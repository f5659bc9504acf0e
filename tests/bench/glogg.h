// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace bench {

/// glogg with a file open, on a screen and with a home of its own. It has no mode without a window:
/// keys go to it as a person's would (xdotool), and it has done what it was told when it takes no
/// more processor time. https://github.com/nickbnf/glogg, tried with 1.1.4.
class Glogg
{
public:
    /// How it takes what it is to look for; the numbers stand for these in its settings.
    enum class Syntax { Expression = 0, Text = 2 };

    /// The first program that is not there of those that are needed; empty when all are.
    static QString missing();

    /// Opens the file and waits until it has been indexed.
    Glogg(const QString &path, Syntax syntax);
    ~Glogg();
    Q_DISABLE_COPY_MOVE(Glogg)

    bool isOpen() const { return m_isOpen; }

    /// In milliseconds.
    struct Times
    {
        double wall = 0;
        double processor = 0;
    };
    /// Searches the whole file. Counts from when the return key has been sent to when the processor
    /// time grew for the last time, in steps of 20 ms, of which the last is left out.
    Times search(const QString &pattern);
    /// How many lines the last search found: all that it shows, copied. -1: cannot be told.
    qint64 found();

private:
    void writeSettings(Syntax syntax) const;
    bool startScreen();
    bool hasRun(const QString &program, const QStringList &arguments,
                QByteArray *output = nullptr) const;
    bool press(const QStringList &keys) const;
    Times untilIdle(int idleMs) const;

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QProcess m_screen;
    QProcess m_glogg;
    bool m_isOpen = false;
};

} // namespace bench
