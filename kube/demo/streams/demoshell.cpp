// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/streams/demoshell.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr qsizetype maxLine = 64 * 1024;
static constexpr qsizetype maxHistory = 500; // lines, as bash keeps
static constexpr char escapeByte = 0x1b;

DemoShell::DemoShell(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    furnish();
}

void DemoShell::start()
{
    const auto status = runCommand(m_options.command);
    if (m_mode == Mode::Done)
        return;
    if (m_mode == Mode::Cat || m_interactive) {
        if (!m_options.standardInput)
            end(0); // nothing to read
        return;
    }
    end(status);
}

void DemoShell::input(const QByteArray &bytes)
{
    if (m_mode == Mode::Done || m_line.size() > maxLine)
        return;
    if (m_options.tty) {
        for (const auto byte : bytes)
            if (m_mode != Mode::Done)
                terminalByte(byte);
        return;
    }
    if (m_mode == Mode::Cat) {
        Q_EMIT output(bytes);
        return;
    }
    m_line += bytes;
    readLines();
}

void DemoShell::readLines()
{
    while (m_mode == Mode::Lines && m_line.contains('\n')) {
        const auto end = m_line.indexOf('\n');
        const auto line = m_line.first(end);
        m_line.remove(0, end + 1);
        runScript(QString::fromUtf8(line));
    }
    if (m_mode == Mode::Cat && !m_line.isEmpty())
        Q_EMIT output(std::exchange(m_line, {}));
}

void DemoShell::endOfInput()
{
    if (m_mode == Mode::Lines && !m_options.tty && !m_line.isEmpty())
        runScript(QString::fromUtf8(std::exchange(m_line, {})));
    end(m_mode == Mode::Cat ? 0 : m_lastStatus);
}

void DemoShell::resize(QSize columnsAndLines)
{
    m_size = columnsAndLines;
}

// The line discipline and the line editor in one: what readline does for its commonest keys.
void DemoShell::terminalByte(char byte)
{
    if (!m_escape.isEmpty()) {
        m_escape += byte;
        const bool prefix = m_escape.size() == 2 && (byte == '[' || byte == 'O');
        if (!prefix && byte >= 0x40) {
            escapeSequence(byte);
            m_escape.clear();
        }
        return;
    }
    switch (byte) {
    case escapeByte: m_escape = QByteArray(1, byte); return;
    case '\r':
    case '\n': acceptLine(); return;
    case 0x7f:
    case '\b':
        if (m_cursor > 0) {
            do // a character of UTF-8 goes as a whole
                m_line.remove(--m_cursor, 1);
            while (m_cursor > 0
                   && (uchar(m_line.size() > m_cursor ? m_line[m_cursor] : 0) & 0xc0) == 0x80);
            redrawLine();
        }
        return;
    case 0x01: m_cursor = 0; break; // Ctrl+A
    case 0x05: m_cursor = m_line.size(); break; // Ctrl+E
    case 0x0b: m_line.truncate(m_cursor); break; // Ctrl+K
    case 0x0c: Q_EMIT output("\x1b[H\x1b[2J"); break; // Ctrl+L
    case 0x15: m_line.remove(0, std::exchange(m_cursor, 0)); break; // Ctrl+U
    case 0x17: { // Ctrl+W
        auto start = m_cursor;
        while (start > 0 && m_line[start - 1] == ' ')
            --start;
        while (start > 0 && m_line[start - 1] != ' ')
            --start;
        m_line.remove(start, m_cursor - start);
        m_cursor = start;
        break;
    }
    case 0x03: // Ctrl+C
        Q_EMIT output("^C\r\n");
        m_line.clear();
        m_cursor = 0;
        m_lastStatus = 130;
        if (!m_interactive)
            return end(130);
        m_mode = Mode::Lines;
        return prompt();
    case 0x04: // Ctrl+D
        if (!m_line.isEmpty())
            return;
        if (m_mode == Mode::Cat && m_interactive) {
            m_mode = Mode::Lines;
            return prompt();
        }
        if (m_interactive)
            Q_EMIT output("exit\r\n");
        return end(m_mode == Mode::Cat ? 0 : m_lastStatus);
    default:
        if (uchar(byte) < 0x20)
            return;
        m_line.insert(m_cursor++, byte);
        if (m_cursor == m_line.size()) {
            Q_EMIT output(QByteArray(1, byte));
            return;
        }
    }
    redrawLine();
}

void DemoShell::escapeSequence(char final)
{
    switch (final) {
    case 'A': recall(m_recalled - 1); return;
    case 'B': recall(m_recalled + 1); return;
    case 'C': m_cursor = std::min(m_cursor + 1, m_line.size()); break;
    case 'D': m_cursor = std::max<qsizetype>(m_cursor - 1, 0); break;
    case 'H': m_cursor = 0; break;
    case 'F': m_cursor = m_line.size(); break;
    case '~':
        if (m_escape.contains('3') && m_cursor < m_line.size())
            m_line.remove(m_cursor, 1);
        break;
    default: return;
    }
    redrawLine();
}

void DemoShell::recall(qsizetype at)
{
    if (at < 0 || at > m_history.size())
        return;
    m_recalled = at;
    m_line = at < m_history.size() ? m_history[at] : QByteArray();
    m_cursor = m_line.size();
    redrawLine();
}

void DemoShell::redrawLine()
{
    Q_EMIT output("\r\x1b[K");
    if (m_mode == Mode::Lines)
        prompt();
    const auto characters = QString::fromUtf8(m_line.sliced(m_cursor)).size();
    Q_EMIT output(
        m_line + (characters > 0 ? "\x1b[" + QByteArray::number(characters) + 'D' : QByteArray()));
}

void DemoShell::acceptLine()
{
    Q_EMIT output("\r\n");
    const auto line = std::exchange(m_line, {});
    m_cursor = 0;
    if (m_mode == Mode::Cat) {
        Q_EMIT output(line + "\r\n");
        return;
    }
    if (!line.trimmed().isEmpty())
        m_history.append(line);
    if (m_history.size() > maxHistory)
        m_history.removeFirst();
    m_recalled = m_history.size();
    runScript(QString::fromUtf8(line));
    if (m_mode == Mode::Lines)
        prompt();
}

void DemoShell::prompt()
{
    if (m_options.tty)
        Q_EMIT output(
            u"\x1b[32mroot@%1\x1b[0m:\x1b[34m%2\x1b[0m# "_s.arg(hostName(), m_folder).toUtf8());
}

void DemoShell::print(const QString &text)
{
    auto bytes = text.toUtf8();
    if (m_options.tty)
        bytes.replace('\n', "\r\n");
    Q_EMIT output(bytes);
}

void DemoShell::complain(const QString &text)
{
    auto bytes = text.toUtf8();
    if (m_options.tty)
        bytes.replace('\n', "\r\n");
    Q_EMIT errorOutput(bytes);
}

void DemoShell::end(int exitCode)
{
    if (m_mode == Mode::Done)
        return;
    m_mode = Mode::Done;
    Q_EMIT finished(exitCode);
}

} // namespace demo
