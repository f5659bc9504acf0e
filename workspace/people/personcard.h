// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/yardpeople.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace workspace {

class Look;

/// One person in the drawer: who they are, what they do, what of the yard they have before them.
class PersonCard final : public QWidget
{
    Q_OBJECT

public:
    /// A krate, as a button that flies there.
    struct Krate
    {
        QString id = {};
        QString title = {};

        bool operator==(const Krate &) const = default;
    };
    struct Shown
    {
        QString name = {};
        quint32 color = 0;
        bool isSelf = false;
        bool isViewer = false;
        bool isFollowed = false;
        bool maySpectate = false;
        QString activity = {};
        QString search = {}; ///< what they look for in Spotlight, as a sentence; empty: nothing
        std::vector<Krate> krates = {};

        bool operator==(const Shown &) const = default;
    };

    PersonCard(Look &look, QWidget *parent); ///< `look` is borrowed and must outlive it

    void show(const Shown &shown);
    const Shown &shown() const { return m_shown; }

Q_SIGNALS:
    void krateChosen(const QString &krateId);
    void spectateWanted();
    void visitWanted(); ///< fly to where they are

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showKrates();
    void restyle();

    Look &m_look;
    Shown m_shown;
    QLabel *m_name;
    QLabel *m_activity;
    QLabel *m_search;
    QToolButton *m_visit;
    QToolButton *m_spectate;
    QVBoxLayout *m_krates;
};

} // namespace workspace
