// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QUrl>
#include <QWidget>

#include <functional>
#include <map>
#include <vector>

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
    /// The same with a button that does something about it, and dismisses it.
    void offer(const QString &sentence, const QString &label, const std::function<void()> &act);
    void dismiss(const QString &sentence);
    /// The same for what goes on: one sentence for each key, which is replaced by the next and
    /// stands until lift(), whatever is dismissed.
    void stand(const QString &key, const QString &sentence, const QString &label,
               const std::function<void()> &act);
    void lift(const QString &key);
    QStringList sentences() const; ///< what is shown, worst first

Q_SIGNALS:
    /// The cluster in use comes through this relay, which wants to know who it is.
    void signInWanted(const QUrl &relay);

private:
    enum class Kind { Error, Warning, Information };

    struct Said
    {
        QString sentence = {};
        QString label = {}; ///< empty: there is nothing to do
        std::function<void()> act = {};
    };
    struct Row
    {
        Kind kind = Kind::Information;
        QString sentence = {};
        QString label = {};
        std::function<void()> act = {};
        bool stands = false; ///< and cannot be dismissed
    };

    void refresh();
    std::vector<Row> rows();
    Row troubleRow(const QString &sentence);
    void addRow(const Row &row);

    ClusterSet &m_clusters;
    Look &m_look;
    QVBoxLayout *m_column;
    std::vector<Said> m_said;
    std::map<QString, Said> m_standing;
    QStringList m_dismissed;
    QStringList m_shown;
};

} // namespace workspace
