// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace workspace {

class ClusterSet;
class Look;

/// What concerns the whole window, under the top bar, each as one sentence with a way out: what is
/// wrong with the cluster in use, kubeconfig files that cannot be read, what the app has to say.
/// Takes no room while there is nothing to say.
class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the bar.
    NoticeBar(ClusterSet &clusters, Look &look, QWidget *parent = nullptr);

    /// Shows a sentence until it is dismissed.
    void say(const QString &sentence);
    QStringList sentences() const; ///< what is shown, worst first

private:
    enum class Kind { Error, Warning, Information };

    void refresh();
    void addRow(Kind kind, const QString &sentence, bool canRetry);
    void dismiss(const QString &sentence);

    ClusterSet &m_clusters;
    Look &m_look;
    QVBoxLayout *m_column;
    QStringList m_said;
    QStringList m_dismissed;
    QStringList m_shown;
};

} // namespace workspace
