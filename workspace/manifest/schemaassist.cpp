// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/schemaassist.h"

#include "workspace/yaml/yamltext.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace workspace {

static qsizetype offsetOf(const QString &text, EditorPosition at)
{
    qsizetype start = 0;
    for (int line = 0; line < at.line; ++line) {
        const auto feed = text.indexOf(u'\n', start);
        if (feed < 0)
            return text.size();
        start = feed + 1;
    }
    auto end = text.indexOf(u'\n', start);
    if (end < 0)
        end = text.size();
    return qMin(start + at.column, end);
}

/// The end of the word that `at` is in: what it means is asked for as a whole.
static qsizetype wordEnd(const QString &text, qsizetype at)
{
    while (at < text.size() && (text[at].isLetterOrNumber() || u"_-./"_s.contains(text[at])))
        ++at;
    return at;
}

static QString lineAt(const QString &text, qsizetype at)
{
    const auto start = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
    const auto end = text.indexOf(u'\n', at);
    return text.sliced(start, (end < 0 ? text.size() : end) - start);
}

/// Lines that follow are indented by the editor like the line they are written into; below a dash
/// they belong deeper.
static CompletionItem itemFor(const kube::SchemaField &field, const kube::ManifestCursor &cursor,
                              int lineIndent)
{
    const QString inner(qMax(0, cursor.indent - lineIndent), u' ');
    CompletionItem item{.text = field.name,
                        .kind = SchemaAssist::tr("field"),
                        .type = field.type,
                        .documentation = field.description,
                        .required = field.required};
    if (cursor.onKey)
        return item;
    if (field.isList)
        item.insert = field.name + u":\n"_s + inner + u"- $0"_s;
    else if (field.holdsFields)
        item.insert = field.name + u":\n"_s + inner + u"  $0"_s;
    else
        item.insert = field.name + u": $0"_s;
    return item;
}

static std::vector<CompletionItem> itemsFor(const kube::Schema &schema,
                                            const kube::ManifestCursor &cursor, int lineIndent)
{
    std::vector<CompletionItem> items;
    const auto *root = schema.kind(cursor.apiVersion, cursor.kind);
    if (cursor.inValue || (!cursor.path.isEmpty() && cursor.path.last() == "[]"_L1)) {
        if (const auto field = schema.field(root, cursor.path)) {
            // "true" is a word of YAML; a string of that name would need quotes.
            const bool bare = field->type == "boolean"_L1;
            for (const auto &value : field->values)
                items.push_back({.text = value,
                                 .kind = SchemaAssist::tr("value"),
                                 .insert = bare ? value : yamlScalar(value)});
        }
    }
    if (cursor.inValue)
        return items;
    const auto path = cursor.onKey ? cursor.path.first(cursor.path.size() - 1) : cursor.path;
    const QSet<QString> there(cursor.siblings.begin(), cursor.siblings.end());
    for (const auto &field : schema.fieldsOf(schema.at(root, path))) {
        if (!there.contains(field.name))
            items.push_back(itemFor(field, cursor, lineIndent));
    }
    return items;
}

SchemaAssist::SchemaAssist(kube::OpenApi &api, const kube::ApiResources &resources, QObject *parent)
    : EditorAssist(parent)
    , m_api(api)
    , m_resources(resources)
{
}

/// What can be said before a kind is known: which kinds there are.
std::vector<CompletionItem> SchemaAssist::kindItems(const kube::ManifestCursor &cursor) const
{
    std::vector<CompletionItem> items;
    QSet<QString> seen;
    const bool isVersion = cursor.path == QStringList{u"apiVersion"_s};
    const auto add = [&](const QString &text, const QString &type) {
        if (!seen.contains(text))
            items.push_back({.text = text, .kind = tr("name"), .type = type});
        seen.insert(text);
    };
    for (const auto &resource : m_resources.resources) {
        if (isVersion && (cursor.kind.isEmpty() || cursor.kind == resource.kind))
            add(resource.apiVersion(), {});
        else if (!isVersion
                 && (cursor.apiVersion.isEmpty() || cursor.apiVersion == resource.apiVersion()))
            add(resource.kind, resource.apiVersion());
    }
    return items;
}

void SchemaAssist::complete(quint64 token, const QString &text, EditorPosition at)
{
    const auto offset = offsetOf(text, at);
    const auto cursor = kube::cursorAt(text, offset);
    if (cursor.inText) {
        Q_EMIT completed(token, {});
        return;
    }
    const bool names = cursor.inValue && cursor.path.size() == 1
        && (cursor.path.first() == "apiVersion"_L1 || cursor.path.first() == "kind"_L1);
    if (names) {
        Q_EMIT completed(token, kindItems(cursor));
        return;
    }
    if (cursor.apiVersion.isEmpty() || cursor.kind.isEmpty()) {
        std::vector<CompletionItem> items;
        for (const auto &name : {u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s}) {
            if (cursor.path.isEmpty() && !cursor.inValue && !cursor.siblings.contains(name))
                items.push_back({.text = name,
                                 .kind = tr("field"),
                                 .required = name != "spec"_L1,
                                 .insert = QString(name + u": $0"_s)});
        }
        Q_EMIT completed(token, items);
        return;
    }
    const auto line = lineAt(text, offset);
    int indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    m_api.schemaOf(cursor.apiVersion)
        .then(this, [this, token, cursor, indent](const kube::Result<kube::Schema::Ptr> &schema) {
            Q_EMIT completed(
                token, schema ? itemsFor(**schema, cursor, indent) : std::vector<CompletionItem>());
        });
}

void SchemaAssist::hover(quint64 token, const QString &text, EditorPosition at)
{
    const auto offset = offsetOf(text, at);
    const auto cursor = kube::cursorAt(text, wordEnd(text, offset));
    const bool silent = cursor.inText || (!cursor.inValue && !cursor.onKey);
    if (silent || cursor.apiVersion.isEmpty() || cursor.kind.isEmpty()) {
        Q_EMIT hovered(token, {});
        return;
    }
    m_api.schemaOf(cursor.apiVersion)
        .then(this, [this, token, cursor](const kube::Result<kube::Schema::Ptr> &schema) {
            AssistNote note;
            const auto field = schema
                ? (*schema)->field((*schema)->kind(cursor.apiVersion, cursor.kind), cursor.path)
                : std::nullopt;
            if (field) {
                note = {.heading = field->name, .type = field->type, .text = field->description};
                if (field->required)
                    note.type = tr("%1, required").arg(field->type);
                if (!field->values.isEmpty())
                    note.text += u"\n\n"_s + tr("One of: %1").arg(field->values.join(u", "_s));
            }
            Q_EMIT hovered(token, note);
        });
}

} // namespace workspace
