// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/health/healthtext.h"
#include "workspace/safety/contextmarks.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace workspace {

class ClusterRollUp;
class ClusterSet;
class Look;
class YardDocument;

/// The line above the canvas: the yard's name, the cluster in use with its health, how many krates
/// there are, warnings that concern the whole window, and the theme switch.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the bar.
    TopBar(ClusterSet &clusters, const ClusterRollUp &rollUp, const ContextMarks &marks,
           const YardDocument &document, Look &look, QWidget *parent = nullptr);

    void setYardName(const QString &name);
    /// Whether there are other yards: then the name opens their menu.
    void setYardsOffered(bool offered);
    /// Whether clusters can come through relays: then their menu ends with that.
    void setRelaysOffered(bool offered) { m_relaysOffered = offered; }
    /// Who is here and how it is with the relay; the bar takes it, and shows it where it shows
    /// itself.
    void addPeople(QWidget &people);

Q_SIGNALS:
    void spotlightRequested();
    void themeToggled();
    void relayWanted(); ///< more clusters, through a relay
    void yardsRequested(QPoint at); ///< the menu of yards, there on the screen

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// What the bar says.
    struct Told
    {
        QString yard = {};
        bool yardsOffered = false;
        QString context = {};
        Health health = Health::Unknown;
        QString word = {};
        QString tip = {};
        ContextMark mark = {};
        size_t krates = 0;

        bool operator==(const Told &) const = default;
    };

    void showClusters();
    void refresh();
    void tell(const Told &told);
    void tellMark(const ContextMark &mark);
    void restyle();

    ClusterSet &m_clusters;
    const ClusterRollUp &m_rollUp;
    const ContextMarks &m_marks;
    const YardDocument &m_document;
    Look &m_look;
    QLabel *m_title;
    QToolButton *m_yard;
    QToolButton *m_cluster;
    QLabel *m_mark; ///< production, read-only
    QLabel *m_count;
    QToolButton *m_search;
    QToolButton *m_theme;
    QString m_yardName;
    bool m_relaysOffered = false;
    std::optional<Told> m_told; ///< none: the look has changed since
    QTimer m_soon;
};

} // namespace workspace
