// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/yamlcontent.h"

#include "workspace/look/look.h"
#include "workspace/textview/messagepaint.h"
#include "workspace/yaml/watchstatus.h"
#include "workspace/yaml/yamlhighlighting.h"
#include "workspace/yaml/yamltext.h"

using namespace Qt::StringLiterals;

namespace workspace {

YamlContent::YamlContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                         const ObjectId &id, YamlHighlighting &highlighting, Look &look,
                         QObject *parent)
    : WindowContent(parent)
    , m_id(id)
    , m_highlighting(highlighting)
    , m_look(look)
    , m_watch(cache, resource, id.nameSpace, id.name)
    , m_pane(look)
{
    m_pane.setLineNumbers(true);
    connect(&m_watch, &ObjectWatch::changed, this, &YamlContent::refresh);
    connect(&m_pane, &TextPane::updated, this, &WindowContent::updated);
    connect(&m_pane, &TextPane::actionActivated, this, &YamlContent::act);
    m_watch.start();
}

/// Makes the value clickable; what the highlighter said about it gives way.
static void markSecret(TextDocument &document, const YamlSecret &secret)
{
    auto &spans = document.lines[size_t(secret.line)].spans;
    std::erase_if(
        spans, [&secret](const TextSpan &span) { return span.start + span.length > secret.start; });
    spans.push_back({.start = secret.start,
                     .length = secret.length,
                     .tone = secret.revealed ? TextTone::String : TextTone::Warn,
                     .target = int(document.targets.size())});
    document.targets.push_back({.action = secret.key});
}

void YamlContent::refresh()
{
    if (!m_watch.object().isEmpty()) {
        const auto yaml = toYaml(m_watch.object(), {.revealed = m_revealed});
        TextDocument document{.lines = m_highlighting.highlight(yaml.lines)};
        for (const auto &secret : yaml.secrets)
            markSecret(document, secret);
        m_pane.setDocument(std::move(document));
    }
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

void YamlContent::act(const QString &key)
{
    if (!m_revealed.remove(key))
        m_revealed.insert(key);
    refresh();
}

void YamlContent::setSize(QSizeF size)
{
    m_size = size;
    m_pane.setSize(size);
}

void YamlContent::paint(QPainter &painter, bool focused)
{
    if (m_watch.object().isEmpty())
        paintMessage(painter, QRectF({}, m_size), m_look, messageOf(m_watch, m_id));
    else
        m_pane.paint(painter, focused);
}

bool YamlContent::handleInput(QEvent &event)
{
    return !m_watch.object().isEmpty() && m_pane.handleInput(event);
}

Qt::CursorShape YamlContent::cursorAt(QPointF position) const
{
    return m_watch.object().isEmpty() ? Qt::ArrowCursor : m_pane.cursorAt(position);
}

WindowContent::Freshness YamlContent::freshness() const
{
    return freshnessOf(m_watch);
}

QString YamlContent::statusText() const
{
    return statusOf(m_watch);
}

QString YamlContent::accessibleText() const
{
    return tr("YAML of %1 %2, %n lines", nullptr, int(m_pane.document().lines.size()))
        .arg(m_id.kind, m_id.name);
}

} // namespace workspace
