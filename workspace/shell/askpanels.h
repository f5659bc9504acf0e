// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/shell/shellpanel.h"
#include "workspace/terminal/transcript.h"

#include <vector>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;
class QScrollArea;

namespace workspace {

/// Asks for a command line to run in a container in place of a shell.
class CommandPanel final : public ShellPanel
{
    Q_OBJECT

public:
    CommandPanel(Look &look, QWidget *parent);
    void ask(const QString &last);

Q_SIGNALS:
    void accepted(const QString &command);

protected:
    void act() override;

private:
    QLineEdit *m_line;
};

/// Asks where a transcript goes and what it holds, and says what that means.
class TranscriptPanel final : public ShellPanel
{
    Q_OBJECT

public:
    TranscriptPanel(Look &look, QWidget *parent);
    void ask(const QString &path);
    /// It could not be written: the sentence, and asks again.
    void tell(const QString &problem);

Q_SIGNALS:
    void accepted(const QString &path, workspace::Transcript::Form form);

protected:
    void act() override;

private:
    void browse();

    QLineEdit *m_path;
    QCheckBox *m_escapes;
    QLabel *m_problem;
};

/// Asks which shells are to get what is typed into this one, too. None is chosen at first, and one
/// in production makes it ask once more.
class BroadcastPanel final : public ShellPanel
{
    Q_OBJECT

public:
    struct Choice
    {
        QString name = {};
        bool production = false;
    };

    BroadcastPanel(Look &look, QWidget *parent);
    /// `own` says whether the asking shell is in production itself.
    void ask(const std::vector<Choice> &others, bool own);

Q_SIGNALS:
    /// Places in the list that was asked about.
    void accepted(const std::vector<size_t> &chosen);

protected:
    void act() override;

private:
    void choiceChanged();
    std::vector<size_t> chosen() const;
    bool reachesProduction() const;

    QLabel *m_warning;
    QScrollArea *m_scroll;
    std::vector<Choice> m_choices;
    std::vector<QCheckBox *> m_boxes;
    bool m_own = false;
    bool m_warned = false; ///< the next press acts
};

} // namespace workspace
