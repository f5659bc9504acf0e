// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/releasetext.h"

#include "kube/helm/helmvalues.h"
#include "workspace/collection/sortkey.h"
#include "workspace/helm/releasemodel.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Release)
};

TextTone toneOf(const QString &status)
{
    if (status == "deployed"_L1)
        return TextTone::Ok;
    if (status == "failed"_L1)
        return TextTone::Error;
    return status.startsWith("pending-"_L1) ? TextTone::Warn : TextTone::Dim;
}

void choice(TextBuilder &text, const QString &label, const QString &action, bool isChosen)
{
    if (isChosen)
        text.put(label, TextTone::Heading, true);
    else
        text.action(label, action);
}

/// "revision 2 · deployed" and the way to the others; below it "web-1.2.3 · app 8.1".
void writeHead(TextBuilder &text, const ReleaseState &state)
{
    const auto *revision = state.revision(state.shown);
    text.put(Tr::tr("revision %1").arg(state.shown), TextTone::Heading, true);
    if (revision)
        text.put(u" · "_s, TextTone::Faint)
            .put(helmStatusText(revision->status), toneOf(revision->status));
    const auto at = std::ranges::find(state.history, state.shown, &kube::HelmRevision::revision);
    if (at != state.history.end() && at + 1 != state.history.end())
        text.put(u"   "_s).action(Tr::tr("‹ older"), u"older"_s);
    if (at != state.history.begin() && at != state.history.end())
        text.put(u"   "_s).action(Tr::tr("newer ›"), u"newer"_s);
    text.endLine();
    if (const auto *release = state.release(state.shown)) {
        text.put(release->chartName());
        if (!release->appVersion.isEmpty())
            text.put(u" · "_s + Tr::tr("app %1").arg(release->appVersion), TextTone::Dim);
        text.endLine();
    }
}

void writeYaml(TextBuilder &text, const YamlText &yaml, const YamlPainter &paint)
{
    const int first = text.lineCount();
    for (auto &line : paint(yaml.lines))
        text.line(std::move(line));
    for (const auto &secret : yaml.secrets)
        text.mark(first + secret.line, secret.start, secret.length,
                  secret.revealed ? TextTone::String : TextTone::Warn, u"reveal:"_s + secret.key);
}

/// What is compared; the difference itself stands below.
void writeComparison(TextBuilder &text, const ReleaseState &state)
{
    text.put(Tr::tr("Revision %1 → %2").arg(state.from).arg(state.to), TextTone::Heading, true);
    text.put(u"   "_s);
    choice(text, Tr::tr("Manifest"), u"compare:manifest"_s, !state.comparesValues);
    text.put(u"  "_s);
    choice(text, Tr::tr("Values"), u"compare:values"_s, state.comparesValues);
    text.endLine();
    if (!state.release(state.from) || !state.release(state.to))
        text.put(Tr::tr("Reading both revisions…"), TextTone::Faint).endLine();
}

/// The columns of the table of revisions; the status and what can be clicked set their widths.
struct Columns
{
    static constexpr int Revision = 7;
    static constexpr int Age = 12;
    static constexpr int Status = 20;
    int action = 0;
    int chart = 0;
};

Columns columnsFor(const ReleaseState &state)
{
    qsizetype status = Tr::tr("Status").size();
    for (const auto &revision : state.history)
        status = qMax(status, revision.status.size());
    const int action = Columns::Status + int(status) + 2;
    const bool several = state.history.size() > 1;
    return {action, several ? action + int(Tr::tr("roll back").size()) + 2 : action};
}

void writeRevision(TextBuilder &text, const ReleaseState &state, const Columns &columns,
                   const kube::HelmRevision &revision, const QDateTime &now)
{
    const auto number = QString::number(revision.revision);
    const auto mark = [&](bool chosen, const QString &what) {
        text.action(chosen ? u"●"_s : u"○"_s, what + u':' + number,
                    chosen ? TextTone::Link : TextTone::Faint);
    };
    text.put(u" "_s);
    mark(state.from == revision.revision, u"from"_s);
    text.put(u"  "_s);
    mark(state.to == revision.revision, u"to"_s);
    text.padTo(Columns::Revision).put(number, TextTone::Plain, true).padTo(Columns::Age);
    text.put(ageText(now.toSecsSinceEpoch() - revision.updated), TextTone::Dim);
    text.padTo(Columns::Status);
    text.put(helmStatusText(revision.status), toneOf(revision.status)).padTo(columns.action);
    if (revision.revision != state.history.front().revision)
        text.action(Tr::tr("roll back"), u"rollback:"_s + number, TextTone::Link,
                    Tr::tr("Roll back to revision %1").arg(number));
    if (const auto *release = state.release(revision.revision)) {
        text.padTo(columns.chart).put(release->chartName());
        text.put(u"  "_s + release->description, TextTone::Dim);
    }
    text.endLine();
}

} // namespace

const kube::HelmRevision *ReleaseState::revision(int number) const
{
    const auto found = std::ranges::find(history, number, &kube::HelmRevision::revision);
    return found == history.end() ? nullptr : &*found;
}

const kube::HelmRelease *ReleaseState::release(int number) const
{
    const auto found = read.find(number);
    return found == read.end() ? nullptr : &found->second;
}

QString comparedText(const ReleaseState &state, int revision)
{
    const MaskRules rules{.marks = true};
    const auto *release = state.release(revision);
    if (!release)
        return {};
    return (state.comparesValues ? maskedValues(release->values, rules)
                                 : maskedManifest(release->manifest, {}, rules))
        .text();
}

TextDocument valuesDocument(const ReleaseState &state, const YamlPainter &paint)
{
    TextBuilder text;
    writeHead(text, state);
    choice(text, Tr::tr("Given"), u"values"_s, !state.computed);
    text.put(u"  "_s);
    choice(text, Tr::tr("Computed, with the chart's defaults"), u"computed"_s, state.computed);
    text.endLine().blank();
    const auto *release = state.release(state.shown);
    if (!release)
        return text.take();
    if (!state.computed && release->values.isEmpty()) {
        text.put(Tr::tr("No values were given: the chart's defaults hold."), TextTone::Faint);
        return text.take();
    }
    const auto values = state.computed
        ? kube::computedHelmValues(release->chartValues, release->values)
        : release->values;
    writeYaml(text, maskedValues(values, {.revealed = state.revealed}), paint);
    return text.take();
}

TextDocument manifestDocument(const ReleaseState &state, const YamlPainter &paint)
{
    TextBuilder text;
    writeHead(text, state);
    text.blank();
    if (const auto *release = state.release(state.shown))
        writeYaml(text,
                  maskedManifest(release->manifest, release->hooks, {.revealed = state.revealed}),
                  paint);
    return text.take();
}

TextDocument notesDocument(const ReleaseState &state)
{
    TextBuilder text;
    writeHead(text, state);
    text.blank();
    const auto *release = state.release(state.shown);
    if (!release)
        return text.take();
    if (release->notes.trimmed().isEmpty())
        text.put(Tr::tr("The chart left no notes."), TextTone::Faint);
    for (const auto &line : release->notes.trimmed().split(u'\n'))
        text.put(line).endLine();
    return text.take();
}

TextDocument historyDocument(const ReleaseState &state, const QDateTime &now)
{
    TextBuilder text;
    const auto columns = columnsFor(state);
    text.put(u" A  B"_s, TextTone::Faint).padTo(Columns::Revision);
    text.put(Tr::tr("Rev"), TextTone::Faint).padTo(Columns::Age);
    text.put(Tr::tr("Age"), TextTone::Faint).padTo(Columns::Status);
    text.put(Tr::tr("Status"), TextTone::Faint).padTo(columns.chart);
    text.put(Tr::tr("Chart"), TextTone::Faint).endLine();
    for (const auto &revision : state.history)
        writeRevision(text, state, columns, revision, now);
    text.blank();
    if (state.from > 0 && state.to > 0)
        writeComparison(text, state);
    else
        text.put(Tr::tr("There is one revision only: nothing to compare."), TextTone::Faint);
    return text.take();
}

} // namespace workspace
