// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/people/personcard.h"

#include <QTimer>

#include <map>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace workspace {

class Look;
class MainWindow;
class Spectator;
class YardConnection;
class YardDocument;

/// The drawer at the right: a card for each person in the yard, and what can be done with them all.
/// Takes part only while it is open. Escape closes it.
class PeopleDrawer final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Width = 380;
    static constexpr int MostKrates = 5; ///< of one person

    struct Parts
    {
        YardConnection &connection;
        Spectator &spectator;
        YardDocument &document;
        Look &look;
    };
    /// All are borrowed and must outlive the drawer; it lies over `canvas`.
    PeopleDrawer(const Parts &parts, QWidget &canvas);

    void toggle();
    void open();
    void dismiss();
    PersonCard *card(quint64 client) const; ///< null when there is none

Q_SIGNALS:
    void krateChosen(const QString &krateId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void soon();
    void refresh();
    void refreshSummons();
    PersonCard &cardOf(quint64 client);
    PersonCard::Shown shownOf(const Person &person) const;
    std::vector<PersonCard::Krate> kratesOf(const Person &person) const;
    void restyle();

    YardConnection &m_connection;
    Spectator &m_spectator;
    YardDocument &m_document;
    Look &m_look;
    QLabel *m_title;
    QToolButton *m_close;
    QWidget *m_list;
    QVBoxLayout *m_column;
    QToolButton *m_summon;
    std::map<quint64, PersonCard *> m_cards;
    QTimer m_soon;
    QTimer m_ages; ///< "typing…" and "idle 5m" change by themselves
};

} // namespace workspace
