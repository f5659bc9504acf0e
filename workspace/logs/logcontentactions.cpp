// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/timelink.h"
#include "workspace/logs/logcontent.h"

#include "kube/logstore/stamp.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// The part of LogContent that does what a person asks for.

namespace workspace {

static constexpr qint64 MostCopied = 200'000; ///< lines on the clipboard

void LogContent::showContainer(const QString &container)
{
    readAgain([&container](LogFeed::Request &request) { request.container = container; });
}

void LogContent::nextContainer()
{
    const auto choices = m_feed->choices();
    auto names = choices.containers;
    if (names.isEmpty())
        return;
    if (choices.allContainers)
        names.prepend(QString());
    showContainer(names[(names.indexOf(m_feed->request().container) + 1) % names.size()]);
}

void LogContent::copy(CopyForm form) const
{
    if (form == CopyForm::Plain) {
        const auto &pane = m_pane.hasSelection() || !m_other ? m_pane : m_other->pane;
        if (pane.hasSelection())
            QGuiApplication::clipboard()->setText(pane.selectedText());
        return;
    }
    const auto [first, last] = m_pane.selectedLines();
    const auto rows = m_model.rowCount();
    QString text;
    auto row = m_model.rowOf(first);
    for (const auto stop = std::min(rows, row + MostCopied); row < stop; ++row) {
        const auto number = m_model.numberAt(row);
        if (number > last)
            break;
        const auto line = m_model.line(number);
        if (form == CopyForm::Pods)
            text += m_feed->store().sources().value(line.source) + u' ';
        if (line.time != logstore::NoTime)
            text += QString::fromLatin1(logstore::stampText(line.time)) + u' ';
        text += plainText(line) + u'\n';
    }
    text.chop(1);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void LogContent::toggleBookmark()
{
    const auto number = m_pane.lineOfKeys();
    const auto line = m_model.line(number);
    const auto source = m_feed->store().sources().value(line.source);
    const bool isMarked = m_bookmarks->noteOf(line.time, source).has_value();
    if (!m_bookmarks->set(line.time, source,
                          isMarked ? std::optional<QString>() : std::optional(QString())))
        m_said = tr("This line has no time by which it could be found again.");
    refresh();
}

void LogContent::takeNote()
{
    const auto line = m_model.line(m_noted);
    const auto source = m_feed->store().sources().value(line.source);
    const auto text = m_query.first().trimmed();
    closeQuery();
    if (!m_bookmarks->set(line.time, source, text))
        m_said = tr("This line has no time by which it could be found again.");
    refresh();
}

void LogContent::nextBookmark()
{
    const auto now = m_model.line(m_pane.lineOfKeys()).time;
    const auto next = m_bookmarks->after(now);
    if (!next) {
        m_said = tr("No line is marked. B marks one.");
        return refresh();
    }
    const auto number = m_feed->store().numberAt(next->time);
    if (number < m_feed->store().end())
        m_pane.reveal(number);
    lead(m_pane);
}

void LogContent::startRange()
{
    const auto time = m_feed->store().timeBefore(m_pane.lineOfKeys());
    if (time == logstore::NoTime)
        return;
    const auto to = m_model.range().second;
    changeModels([=](LogModel &model) { model.setRange(time, std::max(time, to)); });
}

void LogContent::endRange()
{
    const auto time = m_feed->store().timeBefore(m_pane.lineOfKeys());
    if (time == logstore::NoTime)
        return;
    const auto from = m_model.range().first;
    changeModels([=](LogModel &model) { model.setRange(std::min(from, time), time); });
}

void LogContent::setContext(int lines)
{
    changeModels([lines](LogModel &model) { model.setContext(lines); });
    changePanes([](LogPane &pane) { pane.relayout(); });
}

void LogContent::nextDensity()
{
    const auto next = LogPane::Density((int(m_pane.density()) + 1) % 3);
    changePanes([next](LogPane &pane) { pane.setDensity(next); });
    refresh();
}

void LogContent::toggleLink()
{
    if (!m_link)
        return;
    m_link->setOn(!m_link->isOn());
    m_said = m_link->isOn() ? tr("Log and event windows of this yard now scroll together in time.")
                            : tr("Windows no longer scroll together.");
    lead(m_pane);
    refresh();
}

/// A pane was scrolled: the one beside it and other windows go to the same time.
void LogContent::lead(LogPane &pane)
{
    if (m_isFollowingLink)
        return;
    m_isFollowingLink = true;
    const auto time = pane.timesInView().first;
    if (time != logstore::NoTime) {
        if (m_other)
            (&pane == &m_pane ? m_other->pane : m_pane).showTime(time);
        if (m_link)
            m_link->show(time, this);
    }
    m_isFollowingLink = false;
}

void LogContent::follow(qint64 time)
{
    m_isFollowingLink = true;
    // Lines that a link asks for may be on their way.
    if (m_feed->store().numberAt(time) < m_feed->store().end())
        m_wantedTime.reset();
    changePanes([time](LogPane &pane) { pane.showTime(time); });
    m_isFollowingLink = false;
}

void LogContent::setOptions(const ViewOptions &options)
{
    if (!options.container.isEmpty() && options.container != m_feed->request().container
        && m_feed->choices().containers.contains(options.container))
        showContainer(options.container);
    m_wantedPod = options.pod;
    if (!options.filter.isEmpty()) {
        changeModels([&options](LogModel &model) { model.setFilter(options.filter); });
        openQuery(LogQueryBar::Mode::Filter);
        m_query.setTyping(false);
    }
    const QByteArray stamp = options.time.toLatin1() + ' ';
    if (const auto time = logstore::stampOf(stamp); time.length > 0)
        m_wantedTime = time.time;
    refresh();
}

/// A link to one pod of several: the others are there, but not shown.
void LogContent::showWantedPod()
{
    const auto &sources = m_feed->store().sources();
    const QString prefix = m_wantedPod + u'/';
    const auto isOfPod = [&prefix](const QString &source) { return source.startsWith(prefix); };
    if (m_wantedPod.isEmpty() || std::ranges::none_of(sources, isOfPod))
        return;
    for (qsizetype i = 0; i < sources.size(); ++i)
        m_model.setSourceShown(logstore::SourceId(i), sources[i].isEmpty() || isOfPod(sources[i]));
    m_wantedPod.clear();
}

void LogContent::askWhere()
{
    if (m_saver)
        return;
    auto name = m_title;
    name.replace(u'/', u'-');
    auto *dialog = new QFileDialog(nullptr, tr("Save the whole log"), QDir::homePath(),
                                   tr("Logs (*.log);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(name + u".log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LogContent::save);
    connect(this, &QObject::destroyed, dialog, &QWidget::close);
    dialog->open();
}

void LogContent::save(const QString &path)
{
    if (m_saver)
        return;
    m_said.clear();
    m_saver = std::make_unique<LogSaver>(*m_feed, path);
    connect(m_saver.get(), &LogSaver::progressed, this, &LogContent::refreshSoon);
    connect(m_saver.get(), &LogSaver::finished, this, &LogContent::savingEnded);
    m_saver->start();
    refresh();
}

void LogContent::savingEnded(const QString &problem)
{
    m_said = problem.isEmpty()
        ? tr("The whole log is in %1.").arg(QDir::toNativeSeparators(m_saver->path()))
        : problem;
    m_saver.release()->deleteLater(); // this is one of its signals
    refresh();
}

void LogContent::compare(logstore::SourceId left, logstore::SourceId right)
{
    const auto showOnly = [this](LogModel &model, std::optional<logstore::SourceId> one) {
        for (qsizetype i = 0; i < m_feed->store().sources().size(); ++i)
            model.setSourceShown(logstore::SourceId(i), !one || *one == logstore::SourceId(i));
    };
    if (left == right) {
        m_other.reset();
        m_held = nullptr;
        showOnly(m_model, {});
        return refresh();
    }
    if (!m_other) {
        m_other = std::make_unique<Other>(m_feed->store(), m_look);
        m_other->pane.setWrapped(m_pane.isWrapped());
        m_other->pane.setStampsShown(m_pane.areStampsShown());
        m_other->pane.setDensity(m_pane.density());
        m_other->pane.setColumns(m_pane.style().columns);
        auto &model = m_other->model;
        model.setFilter(m_model.filter().text());
        model.setExclude(m_model.exclude().text());
        model.setFolded(m_model.isFolded());
        model.setRange(m_model.range().first, m_model.range().second);
        connect(&model, &LogModel::changed, this, &LogContent::refreshSoon);
        connect(&m_other->pane, &LogPane::updated, this, &LogContent::updated);
        connect(&m_other->pane, &LogPane::scrolled, this, [this] { lead(m_other->pane); });
    }
    showOnly(m_model, left);
    showOnly(m_other->model, right);
    refresh();
}

/// The first two streams that have lines, or no longer.
void LogContent::compareNext()
{
    const auto &sources = m_feed->store().sources();
    std::vector<logstore::SourceId> named;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        if (!sources[i].isEmpty())
            named.push_back(logstore::SourceId(i));
    }
    if (m_other)
        return compare(0, 0);
    if (named.size() < 2) {
        m_said = tr("There is only one stream: nothing to compare.");
        return refresh();
    }
    compare(named[0], named[1]);
}

} // namespace workspace
