// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/applyproblems.h"

#include "kube/manifest/fieldplace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kube {

constexpr qsizetype MostProblems = 200;

std::vector<FieldConflict> conflictsIn(const Error &error)
{
    static const QRegularExpression words(
        u"^conflict with \"((?:[^\"\\\\]|\\\\.)*)\"(?: with subresource \"[^\"]*\")?(?: using (\\S+))?"_s);
    std::vector<FieldConflict> conflicts;
    for (const auto &cause : error.causes) {
        if (cause.reason != "FieldManagerConflict"_L1)
            continue;
        const auto match = words.match(cause.message);
        auto version = match.captured(2);
        if (version.endsWith(u':'))
            version.chop(1);
        conflicts.push_back({match.captured(1), version, cause.field});
    }
    return conflicts;
}

namespace {

/// A field and what is said about it, found in a sentence.
struct Found
{
    QString field = {};
    QString text = {};
};

std::vector<Found> fieldsIn(const QString &message)
{
    static const QRegularExpression typed(
        u"(?:^|[\\s:])(\\.[^\\s:]+(?:\\[[^\\]]*\\][^\\s:]*)*): (field not declared in schema|expected [^\\n]+)"_s);
    static const QRegularExpression unknown(u"(unknown|duplicate) field \"([^\"]+)\""_s);
    static const QRegularExpression decoded(
        u"cannot unmarshal \\S+ into Go struct field \\w+\\.(\\S+) of type \\S+"_s);
    std::vector<Found> found;
    for (auto all = typed.globalMatch(message); all.hasNext();) {
        const auto match = all.next();
        found.push_back({match.captured(1), match.captured(2)});
    }
    for (auto all = unknown.globalMatch(message); all.hasNext();) {
        const auto match = all.next();
        found.push_back({match.captured(2), match.captured(1) + " field"_L1});
    }
    for (auto all = decoded.globalMatch(message); all.hasNext();) {
        const auto match = all.next();
        found.push_back({match.captured(1), match.captured(0)});
    }
    if (found.size() > size_t(MostProblems))
        found.resize(size_t(MostProblems));
    return found;
}

} // namespace

std::vector<ManifestProblem> problemsIn(const Error &error, const YamlNode &tree)
{
    std::vector<ManifestProblem> problems;
    const auto add = [&](const QString &field, const QString &text) {
        const auto place = placeOf(tree, field);
        problems.push_back({place.line, place.column, field, text});
    };
    for (const auto &cause : error.causes) {
        if (!cause.field.isEmpty() && qsizetype(problems.size()) < MostProblems)
            add(cause.field, cause.message);
    }
    if (problems.empty()) {
        for (const auto &found : fieldsIn(error.message))
            add(found.field, found.text);
    }
    if (problems.empty())
        problems.push_back({tree.line, 0, {}, error.message});
    return problems;
}

QStringList warningsIn(const QByteArray &header)
{
    QStringList texts;
    qsizetype at = 0;
    while ((at = header.indexOf('"', at)) >= 0) {
        QByteArray text;
        for (++at; at < header.size() && header[at] != '"'; ++at) {
            if (header[at] == '\\' && at + 1 < header.size())
                ++at;
            text += header[at];
        }
        ++at;
        texts.append(QString::fromUtf8(text));
    }
    return texts;
}

} // namespace kube
