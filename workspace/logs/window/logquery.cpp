// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logquery.h"

#include "workspace/logs/desk/logmarker.h"
#include "workspace/logs/view/logpanes.h"

#include <QCoreApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogContent)
};

QString problemOf(const logstore::Pattern &pattern)
{
    if (pattern.error().isEmpty())
        return {};
    return Tr::tr("“%1” is no expression (%2) and is looked for as it stands. A backslash makes a "
                  "sign plain.")
        .arg(pattern.text(), pattern.error());
}

} // namespace

LogQuery::LogQuery(LogPanes &panes, LogMarker &marker, QObject *parent)
    : QObject(parent)
    , m_panes(panes)
    , m_marker(marker)
{
}

void LogQuery::open(Mode mode, bool atSecond)
{
    const auto &model = m_panes.model();
    switch (mode) {
    case Mode::Filter:
        m_bar.open(mode, model.filter().text(), model.exclude().text(), atSecond);
        break;
    case Mode::Find: m_bar.open(mode, model.find().text()); break;
    case Mode::Note:
        m_noted = m_panes.pane().lineOfKeys();
        m_bar.open(mode, m_marker.noteOf(m_noted).value_or(QString()));
        break;
    case Mode::Closed: break;
    }
    Q_EMIT changed();
}

void LogQuery::close()
{
    const auto mode = m_bar.mode();
    m_bar.close();
    if (mode == Mode::Filter)
        m_panes.changeModels([](LogModel &model) {
            model.setFilter({});
            model.setExclude({});
        });
    else if (mode == Mode::Find)
        m_panes.changeModels([](LogModel &model) { model.setFind({}); });
    m_panes.changePanes([](LogPane &pane) { pane.relayout(); });
    Q_EMIT changed();
}

void LogQuery::filter(const QString &text)
{
    m_panes.changeModels([&text](LogModel &model) { model.setFilter(text); });
    open(Mode::Filter);
    m_bar.setTyping(false);
}

bool LogQuery::handleInput(QEvent &event)
{
    switch (m_bar.handleInput(event)) {
    case LogQueryBar::Used::No: return false;
    case LogQueryBar::Used::Moved: break;
    case LogQueryBar::Used::Edited: edited(); break;
    case LogQueryBar::Used::Accepted: accepted(true); break;
    case LogQueryBar::Used::AcceptedBack: accepted(false); break;
    case LogQueryBar::Used::Closed: close(); break;
    }
    Q_EMIT changed();
    return true;
}

void LogQuery::edited()
{
    if (m_bar.mode() == Mode::Filter) {
        m_panes.changeModels([this](LogModel &model) {
            model.setFilter(m_bar.first());
            model.setExclude(m_bar.second());
        });
    } else if (m_bar.mode() == Mode::Find) {
        m_panes.changeModels([this](LogModel &model) { model.setFind(m_bar.first()); });
        const auto &model = m_panes.model();
        const auto from = model.rowCount() > 0 ? m_panes.pane().topLine() - 1 : 0;
        if (const auto found = model.findFrom(from, true))
            m_panes.pane().reveal(*found);
    }
    m_panes.changePanes([](LogPane &pane) { pane.relayout(); });
}

void LogQuery::accepted(bool forward)
{
    if (m_bar.mode() == Mode::Find) {
        findNext(forward);
    } else if (m_bar.mode() == Mode::Note) {
        const auto note = m_bar.first().trimmed();
        close();
        m_marker.setNote(m_noted, note);
    } else {
        m_bar.setTyping(false); // letters are keys of the log again
    }
}

void LogQuery::findNext(bool forward)
{
    auto &pane = m_panes.pane();
    const auto from = pane.currentLine() >= 0 ? pane.currentLine() : pane.topLine() - 1;
    if (m_panes.model().find().isEmpty()) {
        open(Mode::Find);
    } else if (const auto next = m_panes.model().findFrom(from, forward)) {
        pane.reveal(*next);
        Q_EMIT found();
    }
}

QString LogQuery::problem() const
{
    const auto &model = m_panes.model();
    switch (m_bar.mode()) {
    case Mode::Filter: {
        const auto problem = problemOf(model.filter());
        return problem.isEmpty() ? problemOf(model.exclude()) : problem;
    }
    case Mode::Find: return problemOf(model.find());
    case Mode::Note:
    case Mode::Closed: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

/// How many lines there are of what was typed.
QString LogQuery::trailing() const
{
    if (m_bar.mode() == Mode::Note || (m_bar.first().isEmpty() && m_bar.second().isEmpty()))
        return {};
    const auto &model = m_panes.model();
    const bool find = m_bar.mode() == Mode::Find;
    QString text = find ? Tr::tr("%1 of %2")
                              .arg(model.foundIndex(m_panes.pane().currentLine()))
                              .arg(model.foundCount())
                        : Tr::tr("%1 shown").arg(model.rowCount());
    if (!find && model.context() > 0)
        text += u" ±"_s + QString::number(model.context());
    if (const auto progress = model.progress())
        text = Tr::tr("%1, looking: %2 %").arg(text).arg(int(100 * *progress));
    return text;
}

void LogQuery::paint(QPainter &painter, const Look &look, bool focused)
{
    m_bar.paint(painter, look, focused, trailing());
}

} // namespace workspace
