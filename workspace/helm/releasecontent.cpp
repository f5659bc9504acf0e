// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/releasecontent.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "workspace/errortext.h"
#include "workspace/look/look.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using State = kube::Subscription::State;

static constexpr qreal TableLine = 18; ///< a row of the text pane
static constexpr qreal TableShare = 0.45; ///< of the window, at most, beside a comparison

ReleaseContent::ReleaseContent(kube::Cluster &cluster, const QString &context, const ObjectId &id,
                               View view, YamlHighlighting &highlighting, Look &look,
                               QObject *parent)
    : WindowContent(parent)
    , m_cluster(cluster)
    , m_context(context)
    , m_id(id)
    , m_view(view)
    , m_highlighting(highlighting)
    , m_look(look)
    , m_watch(cluster.cache(), {.nameSpaces = {id.nameSpace}, .release = id.name})
    , m_store(cluster.client())
    , m_pane(look)
    , m_diff(highlighting, look)
{
    connect(&m_watch, &kube::HelmWatch::changed, this, &ReleaseContent::take);
    connect(&m_watch, &kube::HelmWatch::stateChanged, this, [this] {
        Q_EMIT updated();
        Q_EMIT statusChanged();
    });
    connect(&m_pane, &TextPane::updated, this, &WindowContent::updated);
    connect(&m_pane, &TextPane::actionActivated, this, &ReleaseContent::act);
    connect(&m_diff, &PaintedPane::updated, this, &WindowContent::updated);
    m_ticker.setInterval(10'000);
    connect(&m_ticker, &QTimer::timeout, this, &ReleaseContent::refresh);
    if (view == View::History)
        m_ticker.start();
    m_watch.start();
}

ReleaseContent::~ReleaseContent() = default;

void ReleaseContent::take()
{
    m_state.history = m_watch.history(m_id.nameSpace, m_id.name);
    const auto &history = m_state.history;
    if (m_follows && !history.empty())
        m_state.shown = history.front().revision;
    if (!m_chose && history.size() > 1) {
        m_state.to = history[0].revision;
        m_state.from = history[1].revision;
    }
    std::erase_if(m_state.read, [this](const auto &known) {
        const auto *revision = m_state.revision(known.first);
        return !revision || revision->resourceVersion != m_versions[known.first];
    });
    readNeeded();
    refresh();
}

void ReleaseContent::readNeeded()
{
    const auto need = [this](int number) {
        const auto *revision = m_state.revision(number);
        if (revision && !m_state.release(number) && m_versions[number] != revision->resourceVersion)
            read(*revision);
    };
    if (m_view == View::History) {
        need(m_state.from);
        need(m_state.to);
        // The table tells the charts; Helm keeps ten revisions of itself.
        for (size_t i = 0; i < qMin(size_t(12), m_state.history.size()); ++i)
            need(m_state.history[i].revision);
    } else {
        need(m_state.shown);
    }
}

void ReleaseContent::read(const kube::HelmRevision &revision)
{
    m_versions[revision.revision] = revision.resourceVersion; // asked for, and not again
    m_store.read(revision).then(this, [this, revision](const kube::Result<kube::HelmStored> &read) {
        if (m_versions[revision.revision] != revision.resourceVersion)
            return; // a newer state is on its way
        if (read) {
            m_state.read.insert_or_assign(revision.revision, read->release);
            m_readError.reset();
        } else {
            m_versions.erase(revision.revision);
            m_readError = read.error();
        }
        refresh();
    });
}

bool ReleaseContent::hasText() const
{
    if (m_asked)
        return true;
    return m_view == View::History ? !m_state.history.empty()
                                   : m_state.release(m_state.shown) != nullptr;
}

TextDocument ReleaseContent::document() const
{
    if (m_asked)
        return rollbackDocument(*m_asked);
    const YamlPainter paint = [this](const QStringList &lines) {
        return m_highlighting.highlight(lines);
    };
    if (m_view == View::Values)
        return valuesDocument(m_state, paint);
    if (m_view == View::Manifest)
        return manifestDocument(m_state, paint);
    if (m_view == View::Notes)
        return notesDocument(m_state);
    return historyDocument(m_state, QDateTime::currentDateTimeUtc());
}

void ReleaseContent::refresh()
{
    if (hasText())
        m_pane.setDocument(document());
    refreshDiff();
    relayout();
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

void ReleaseContent::act(const QString &action)
{
    const auto number = action.section(u':', 1).toInt();
    if (action == "older"_L1 || action == "newer"_L1)
        return moveShown(action == "older"_L1 ? 1 : -1);
    if (action == "do"_L1 && m_asked && m_asked->stage == RollbackStage::Asking) {
        m_asked->stage = RollbackStage::Running;
        m_rollback->start();
    } else if (action == "cancel"_L1) {
        return closeQuestion();
    } else if (action == "values"_L1 || action == "computed"_L1) {
        m_state.computed = action == "computed"_L1;
    } else if (action.startsWith("compare:"_L1)) {
        m_state.comparesValues = action.endsWith("values"_L1);
    } else if (action.startsWith("from:"_L1)) {
        return compare(number, m_state.to);
    } else if (action.startsWith("to:"_L1)) {
        return compare(m_state.from, number);
    } else if (action.startsWith("rollback:"_L1)) {
        return askRollback(number);
    } else if (action.startsWith("reveal:"_L1)) {
        const auto secret = action.mid(7);
        if (!m_state.revealed.remove(secret))
            m_state.revealed.insert(secret);
    }
    refresh();
}

void ReleaseContent::moveShown(int step)
{
    const auto &history = m_state.history;
    const bool compares = m_view == View::History;
    const int now = compares ? m_state.from : m_state.shown;
    const auto found = std::ranges::find(history, now, &kube::HelmRevision::revision);
    const auto at = found - history.begin() + step;
    if (found == history.end() || at < 0 || at >= qsizetype(history.size()))
        return;
    const int next = history[size_t(at)].revision;
    if (compares)
        return compare(next, m_state.to);
    m_state.shown = next;
    m_follows = at == 0;
    m_state.revealed.clear(); // what was asked for was that revision's
    readNeeded();
    refresh();
}

void ReleaseContent::compare(int from, int to)
{
    m_chose = true;
    m_state.from = from;
    m_state.to = to;
    readNeeded();
    refresh();
}

void ReleaseContent::setSize(QSizeF size)
{
    m_size = size;
    relayout();
}

bool ReleaseContent::showsDiff() const
{
    return m_view == View::History && !m_asked && m_state.release(m_state.from)
        && m_state.release(m_state.to);
}

qreal ReleaseContent::diffTop() const
{
    const qreal table = qreal(m_pane.document().lines.size() + 1) * TableLine;
    return qMin(table, m_size.height() * TableShare);
}

void ReleaseContent::relayout()
{
    const qreal top = showsDiff() ? diffTop() : m_size.height();
    m_pane.setSize({m_size.width(), top});
    m_diff.setSize({m_size.width(), m_size.height() - top});
}

/// The place that is read stays while the texts do.
void ReleaseContent::refreshDiff()
{
    if (!showsDiff())
        return;
    std::pair<QString, QString> texts{comparedText(m_state, m_state.from),
                                      comparedText(m_state, m_state.to)};
    m_diff.setHeadings(tr("Revision %1").arg(m_state.from), tr("Revision %1").arg(m_state.to));
    if (texts == m_compared)
        return;
    m_compared = std::move(texts);
    m_diff.setTexts(m_compared.first, m_compared.second);
}

Message ReleaseContent::message() const
{
    const auto error = m_watch.lastError();
    const bool failed = m_watch.state() == State::Refused || m_watch.state() == State::Stale;
    if (m_state.history.empty() && failed && error) {
        if (error->kind == kube::Error::Kind::Forbidden)
            return {Message::Tone::Warn,
                    tr("You may not read the releases in %1").arg(m_id.nameSpace),
                    tr("Helm keeps them in secrets. Ask for the right to list and get secrets in "
                       "this namespace.")};
        return {Message::Tone::Error, tr("The release cannot be read"), errorText(*error)};
    }
    if (m_state.history.empty() && m_watch.isListed())
        return {.title = tr("There is no release %1 in %2").arg(m_id.name, m_id.nameSpace),
                .text = tr("It was uninstalled, or never was there. When it is installed, it "
                           "appears here by itself.")};
    if (m_readError)
        return {Message::Tone::Error, tr("Revision %1 cannot be read").arg(m_state.shown),
                rollbackProblem(*m_readError)};
    return {.title = tr("Reading %1…").arg(m_id.name)};
}

void ReleaseContent::paint(QPainter &painter, bool focused)
{
    if (hasText())
        m_pane.paint(painter, focused);
    if (showsDiff()) {
        painter.save();
        painter.translate(0, diffTop());
        m_diff.paint(painter, focused);
        painter.restore();
    }
    if (!hasText())
        paintMessage(painter, QRectF({}, m_size), m_look, message());
}

WindowContent::Freshness ReleaseContent::freshness() const
{
    if (!hasText()) {
        const bool failed = m_readError || m_watch.state() == State::Refused
            || m_watch.state() == State::Stale || (m_state.history.empty() && m_watch.isListed());
        return failed ? Freshness::Failed : Freshness::Loading;
    }
    const auto state = m_watch.state();
    return state == State::Stale || state == State::Refused ? Freshness::Stale : Freshness::Live;
}

QString ReleaseContent::statusText() const
{
    switch (freshness()) {
    case Freshness::Loading: return tr("Loading…");
    case Freshness::Failed: {
        const auto said = message();
        return said.text.isEmpty() ? said.title : said.text;
    }
    case Freshness::Live: return tr("Live");
    case Freshness::Stale: return tr("Connection lost");
    case Freshness::Ended: return tr("Ended");
    }
    Q_UNREACHABLE_RETURN({});
}

QString ReleaseContent::accessibleText() const
{
    if (m_asked)
        return tr("Question: roll %1 back to revision %2")
            .arg(m_id.name)
            .arg(m_asked->plan.target.revision);
    if (showsDiff())
        return tr("Revisions of %1; from %2 to %3: %4")
            .arg(m_id.name)
            .arg(m_state.from)
            .arg(m_state.to)
            .arg(m_diff.accessibleText());
    return tr("Release %1, revision %2, %n lines", nullptr, int(m_pane.document().lines.size()))
        .arg(m_id.name)
        .arg(m_state.shown);
}

void ReleaseContent::askRollback(int revision)
{
    const auto *to = m_state.revision(revision);
    if (!to || (m_asked && m_asked->stage == RollbackStage::Running))
        return;
    m_asked = RollbackState{.cluster = m_context, .plan = {.target = *to}};
    if (m_cluster.client().isReadOnly()) {
        m_asked->stage = RollbackStage::Refused;
        m_asked->problem = errorText({.kind = kube::Error::Kind::ReadOnly});
        return refresh();
    }
    m_rollback = std::make_unique<kube::HelmRollback>(m_cluster.client(), m_cluster.access(),
                                                      m_cluster.resources(), *to);
    connect(m_rollback.get(), &kube::HelmRollback::prepared, this, &ReleaseContent::takePrepared);
    connect(m_rollback.get(), &kube::HelmRollback::stepChanged, this, [this] {
        m_asked->plan = m_rollback->plan();
        refresh();
    });
    connect(m_rollback.get(), &kube::HelmRollback::ended, this, &ReleaseContent::takeEnded);
    m_rollback->prepare();
    refresh();
}

void ReleaseContent::takePrepared(const std::optional<kube::Error> &problem)
{
    m_asked->plan = m_rollback->plan();
    const bool refused = problem || !m_asked->plan.denied.empty();
    m_asked->stage = refused ? RollbackStage::Refused : RollbackStage::Asking;
    m_asked->problem = problem ? rollbackProblem(*problem) : QString();
    refresh();
}

void ReleaseContent::takeEnded(const std::optional<kube::Error> &problem)
{
    m_asked->plan = m_rollback->plan();
    m_asked->stage = problem ? RollbackStage::Failed : RollbackStage::Done;
    if (problem)
        m_asked->problem = tr("Not all of it was done: %1").arg(rollbackProblem(*problem));
    Q_EMIT rolledBack(rollbackCommand(*m_asked), problem ? qMax(1, m_rollback->failures()) : 0);
    m_chose = false;
    refresh();
}

void ReleaseContent::closeQuestion()
{
    if (!m_asked || m_asked->stage == RollbackStage::Running)
        return;
    m_asked.reset();
    if (m_rollback)
        m_rollback.release()->deleteLater(); // it may be in the middle of a signal
    take();
}

} // namespace workspace
