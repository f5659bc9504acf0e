// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"
#include "workspace/look/look.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/settings/preferences.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shelldesk.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace soak {

/// Six shells that somebody works in. Each is sent numbered words to echo; what came back is read
/// from its transcript: every number once and in order, but for those that were under way when its
/// connection ended.
class ShellCrew : public QObject
{
    Q_OBJECT

public:
    static constexpr int Shells = 6;

    /// `client` is borrowed and must outlive the crew. The shells run in the writers' pods.
    ShellCrew(kube::ApiClient &client, workspace::Look &look);
    ~ShellCrew() override;

    /// Does one thing in one of the shells: types, mostly.
    void act(QRandomGenerator &random);
    /// Starts those that have ended; true when all run.
    bool isOpen();
    /// Makes all as large as each other, their histories full, and asks each once more.
    void askAll();
    /// Whether all that was asked was answered, the last of it to be seen.
    bool hasAnswered();
    /// What is wrong first; empty: nothing.
    const QString &problem() const { return m_problem; }

    qint64 commands = 0;
    qint64 answers = 0;
    qint64 ends = 0; ///< of connections and of shells

private:
    struct Shell
    {
        std::unique_ptr<workspace::ShellContent> content = {};
        std::unique_ptr<QFile> transcript = {};
        QByteArray rest = {}; ///< of a line of it
        int number = 0; ///< in the crew
        int sent = 0; ///< the last word
        int answered = 0;
        int ended = 0; ///< what was the last word sent when a connection ended
    };

    void open(int number);
    void ask(Shell &shell);
    void read(Shell &shell);
    void takeLine(Shell &shell, const QByteArray &line);
    static workspace::ShellSurface &surfaceOf(const Shell &shell);

    QTemporaryDir m_folder;
    workspace::ContextMarks m_marks;
    workspace::Preferences m_preferences;
    workspace::ShellDesk m_desk{m_marks, m_preferences};
    std::vector<std::unique_ptr<Shell>> m_shells;
    QString m_problem;
};

} // namespace soak
