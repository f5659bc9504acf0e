// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QSize>
#include <QStringList>

namespace demo {

/// What runs in a container of the demo cluster: a small shell with its own little world.
///
/// Knows sh, bash (-c, or reading lines), and the commands cat, cd, date, echo, env, false,
/// hostname, id, ls, ps, pwd, stty, top, true, uname, whoami and exit. With a terminal it echoes
/// and edits the line. Ends exactly once, with `finished`.
class DemoShell : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QStringList command = {};
        bool tty = false;
        bool standardInput = false;
        QJsonObject pod = {};
        QString container = {};
    };

    explicit DemoShell(Options options, QObject *parent = nullptr);

    void start();
    void input(const QByteArray &bytes);
    void endOfInput();
    void resize(QSize columnsAndLines);

Q_SIGNALS:
    void output(const QByteArray &bytes);
    void errorOutput(const QByteArray &bytes);
    void finished(int exitCode);

private:
    enum class Mode { Lines, Cat, Done };

    void terminalByte(char byte);
    void escapeSequence(char final);
    void redrawLine();
    void recall(qsizetype at);
    void acceptLine();
    void prompt();
    void readLines();
    void runScript(const QString &script);
    int runCommand(const QStringList &words);
    int runShell(const QStringList &words);
    int runCat(const QStringList &files);
    int runEcho(const QStringList &words);
    int runList(const QStringList &words);
    int changeFolder(const QString &path);
    void print(const QString &text);
    void complain(const QString &text);
    void end(int exitCode);

    QString hostName() const;
    QString absolute(const QString &path) const;
    void furnish(); ///< files and environment, from the pod

    Options m_options;
    Mode m_mode = Mode::Lines;
    QMap<QString, QByteArray> m_files;
    QMap<QString, QString> m_environment;
    QString m_folder = QStringLiteral("/");
    QSize m_size = {80, 24};
    QByteArray m_line; ///< being edited, or not yet ended
    qsizetype m_cursor = 0;
    QByteArray m_escape; ///< of a key's escape sequence, as far as it arrived
    QList<QByteArray> m_history;
    qsizetype m_recalled = 0;
    int m_lastStatus = 0;
    bool m_interactive = false;
};

} // namespace demo
