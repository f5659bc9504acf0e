// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gestures.h"

#include <QApplication>
#include <QPointer>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>
#include <QWindow>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace soak {
namespace {

constexpr int TopBar = 50; // pixels; what closes or toggles the window is not for random clicks
constexpr qsizetype Remembered = 40;

struct Shortcut
{
    Qt::Key key = {};
    Qt::KeyboardModifiers modifiers = {};
};

// Everything that product.md gives a key to, but what ends the program.
constexpr std::array<Shortcut, 36> Shortcuts{{
    {Qt::Key_0},
    {Qt::Key_Z, Qt::AltModifier},
    {Qt::Key_Z},
    {Qt::Key_T},
    {Qt::Key_Escape},
    {Qt::Key_Return},
    {Qt::Key_Tab},
    {Qt::Key_Backtab, Qt::ShiftModifier},
    {Qt::Key_Left},
    {Qt::Key_Right},
    {Qt::Key_Up},
    {Qt::Key_Down},
    {Qt::Key_Left, Qt::ShiftModifier},
    {Qt::Key_Down, Qt::ShiftModifier},
    {Qt::Key_Up, Qt::ControlModifier},
    {Qt::Key_Right, Qt::AltModifier},
    {Qt::Key_Home},
    {Qt::Key_End},
    {Qt::Key_PageDown},
    {Qt::Key_PageUp},
    {Qt::Key_Space},
    {Qt::Key_Plus, Qt::ControlModifier},
    {Qt::Key_Minus, Qt::ControlModifier},
    {Qt::Key_A, Qt::ControlModifier},
    {Qt::Key_F, Qt::ControlModifier},
    {Qt::Key_Z, Qt::ControlModifier},
    {Qt::Key_Z, Qt::ControlModifier},
    {Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier},
    {Qt::Key_Y, Qt::AltModifier},
    {Qt::Key_D, Qt::AltModifier},
    {Qt::Key_L, Qt::AltModifier},
    {Qt::Key_S, Qt::AltModifier},
    {Qt::Key_I, Qt::AltModifier},
    {Qt::Key_N, Qt::AltModifier},
    {Qt::Key_F2},
    {Qt::Key_Menu},
}};

const QStringList Searches = {u"pods"_s,      u"deploy"_s,   u"cart"_s,    u"catalog"_s,
                              u"shop"_s,      u"events"_s,   u"nodes"_s,   u"grafana"_s,
                              u"configmap"_s, u"services"_s, u"coredns"_s, u"fraud-check"_s,
                              u"jobs"_s,      u"secrets"_s,  u"gateway"_s, u"payments"_s};

} // namespace

Gestures::Gestures(QWidget &window, quint32 seed)
    : m_window(window)
    , m_random(seed)
{
}

void Gestures::next()
{
    if (m_done.size() > Remembered)
        m_done.removeFirst();
    switch (m_random.bounded(10)) {
    case 0:
    case 1: click(); break;
    case 2:
    case 3:
    case 4: drag(); break;
    case 5:
    case 6: wheel(); break;
    case 7:
    case 8: shortcut(); break;
    default: search();
    }
}

QPoint Gestures::somewhere()
{
    return {m_random.bounded(4, m_window.width() - 4),
            m_random.bounded(TopBar, m_window.height() - 4)};
}

Qt::KeyboardModifiers Gestures::someModifiers()
{
    switch (m_random.bounded(6)) {
    case 0: return Qt::ShiftModifier;
    case 1: return Qt::ControlModifier;
    default: return {};
    }
}

void Gestures::click()
{
    const auto at = somewhere();
    auto *window = m_window.windowHandle();
    m_done << u"click at %1, %2"_s.arg(at.x()).arg(at.y());
    QTest::mouseMove(window, at);
    if (m_random.bounded(4) == 0) {
        QTest::mouseDClick(window, Qt::LeftButton, {}, at);
    } else if (m_random.bounded(5) == 0) {
        QTest::mouseClick(window, Qt::RightButton, {}, at);
        key(Qt::Key_Escape); // a menu, where there is one
    } else {
        QTest::mouseClick(window, Qt::LeftButton, someModifiers(), at);
    }
}

void Gestures::drag()
{
    const auto from = somewhere();
    const auto to = somewhere();
    const auto button = m_random.bounded(3) == 0 ? Qt::MiddleButton : Qt::LeftButton;
    const auto modifiers = button == Qt::LeftButton ? someModifiers() : Qt::NoModifier;
    auto *window = m_window.windowHandle();
    m_done << u"drag from %1, %2 to %3, %4"_s.arg(from.x()).arg(from.y()).arg(to.x()).arg(to.y());
    QTest::mouseMove(window, from);
    QTest::mousePress(window, button, modifiers, from);
    for (int step = 1; step <= 8; ++step) {
        QTest::mouseMove(window, from + (to - from) * step / 8);
        QCoreApplication::processEvents();
    }
    if (m_random.bounded(8) == 0)
        key(Qt::Key_Escape); // thought better of it
    QTest::mouseRelease(window, button, modifiers, to);
}

void Gestures::wheel()
{
    const auto at = somewhere();
    const auto modifiers = m_random.bounded(2) ? Qt::ControlModifier : Qt::NoModifier;
    const int notch = m_random.bounded(2) ? 120 : -120;
    const QPoint turn(m_random.bounded(3) ? 0 : m_random.bounded(-240, 240),
                      notch * m_random.bounded(1, 4));
    m_done << u"wheel by %1, %2"_s.arg(turn.x()).arg(turn.y());
    QTest::mouseMove(m_window.windowHandle(), at);
    for (int step = 0; step < 3; ++step) {
        QTest::wheelEvent(m_window.windowHandle(), at, turn, {}, modifiers);
        QCoreApplication::processEvents();
    }
}

void Gestures::shortcut()
{
    const auto &chosen = Shortcuts[size_t(m_random.bounded(int(Shortcuts.size())))];
    m_done << u"key "_s + QKeySequence(QKeyCombination(chosen.modifiers, chosen.key)).toString();
    key(chosen.key, chosen.modifiers);
    if (chosen.key == Qt::Key_Menu)
        key(Qt::Key_Escape);
}

/// Finds something and opens it, in one of its views.
void Gestures::search()
{
    const auto &text = Searches[m_random.bounded(int(Searches.size()))];
    m_done << u"search "_s + text;
    key(Qt::Key_Escape);
    key(Qt::Key_Slash);
    type(text);
    switch (m_random.bounded(4)) {
    case 0: key(Qt::Key_L, Qt::AltModifier); break;
    case 1: key(Qt::Key_Y, Qt::AltModifier); break;
    default: key(Qt::Key_Return);
    }
    key(Qt::Key_Escape);
}

void Gestures::type(const QString &text)
{
    for (const auto letter : text)
        QTest::keyClick(m_window.windowHandle(), letter.toLatin1());
}

/// Where the keys go: a menu or a panel that popped up may be a window of its own, which may end
/// with any press, that of a modifier included. QTest::keyClick() would send it the rest all the
/// same.
void Gestures::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    static constexpr std::array<std::pair<Qt::KeyboardModifier, Qt::Key>, 3> Held{
        {{Qt::ShiftModifier, Qt::Key_Shift},
         {Qt::ControlModifier, Qt::Key_Control},
         {Qt::AltModifier, Qt::Key_Alt}}};
    auto *focused = QGuiApplication::focusWindow();
    const QPointer<QWindow> window = focused ? focused : m_window.windowHandle();
    const auto send = [&](bool press, Qt::Key code, Qt::KeyboardModifiers with,
                          const QString &text = {}) {
        if (window)
            QTest::simulateEvent(window, press, code, with, text, false);
    };
    Qt::KeyboardModifiers with;
    for (const auto &[modifier, own] : Held) {
        if (modifiers.testFlag(modifier))
            send(true, own, with);
        with |= modifiers & modifier;
    }
    const char letter = QTest::keyToAscii(key);
    const auto text = letter == 0 ? QString() : QString(QLatin1Char(letter));
    send(true, key, modifiers, text);
    send(false, key, modifiers, text);
    for (const auto &[modifier, own] : Held) {
        if (modifiers.testFlag(modifier))
            send(false, own, modifiers);
    }
}

} // namespace soak
