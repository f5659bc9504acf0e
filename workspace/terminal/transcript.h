// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace workspace {

/// Takes the text out of what a program sends to a terminal: no colours, no cursor movements, lines
/// that end with '\n'. What a backspace or a carriage return wrote over goes. Bytes may be cut
/// anywhere. ECMA-48 5.4 and 5.6, https://vt100.net/emu/dec_ansi_parser.
class PlainTerminalText
{
public:
    /// Lines that are complete now.
    QByteArray take(QByteArrayView bytes);
    /// The line that is not.
    QByteArray rest();

private:
    enum class State { Ground, Escape, Intermediate, Control, String, StringEscape };
    static constexpr qsizetype LineLimit = 64 * 1024;

    void ground(char byte, QByteArray &out);
    void put(char byte);
    qsizetype ahead(int characters) const;
    void back(int characters);
    void control(char final);

    State m_state = State::Ground;
    QByteArray m_line;
    QByteArray m_parameters; ///< of a control sequence, bounded
    qsizetype m_at = 0; ///< where the next byte goes, after a carriage return
};

/// What a shell prints, written to a file that only its owner can read. GUI thread.
class Transcript
{
public:
    enum class Form { Plain, WithEscapes };

    /// Starts; what was in the file is gone. `problem()` is set when it cannot be written.
    Transcript(const QString &path, Form form, const QByteArray &heading);
    ~Transcript();
    Q_DISABLE_COPY_MOVE(Transcript)

    /// False once the file cannot be written any more.
    bool write(QByteArrayView bytes);
    QString path() const { return m_file.fileName(); }
    /// The system's words for what went wrong; empty while nothing did.
    QString problem() const { return m_problem; }

private:
    bool put(const QByteArray &bytes);

    QFile m_file;
    Form m_form;
    PlainTerminalText m_text;
    QString m_problem;
};

} // namespace workspace
