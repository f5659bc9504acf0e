// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topbar/noticebar.h"

#include "kube/cluster.h"
#include "workspace/clusters/clusterhealth.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/topbar/healthdot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

NoticeBar::NoticeBar(ClusterSet &clusters, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_clusters(clusters)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    connect(&clusters, &ClusterSet::contextsChanged, this, &NoticeBar::refresh);
    connect(&clusters, &ClusterSet::currentChanged, this, &NoticeBar::refresh);
    connect(&clusters, &ClusterSet::clusterChanged, this, &NoticeBar::refresh);
    connect(&look, &Look::changed, this, [this] {
        m_shown.clear();
        refresh();
    });
    refresh();
}

void NoticeBar::say(const QString &sentence)
{
    offer(sentence, {}, {});
}

void NoticeBar::offer(const QString &sentence, const QString &label,
                      const std::function<void()> &act)
{
    m_dismissed.removeAll(sentence);
    std::erase_if(m_said, [&](const Said &said) { return said.sentence == sentence; });
    m_said.push_back({sentence, label, act});
    if (!label.isEmpty())
        m_shown.clear(); // what its button does may be another thing than before
    refresh();
}

QStringList NoticeBar::sentences() const
{
    return m_shown;
}

void NoticeBar::dismiss(const QString &sentence)
{
    std::erase_if(m_said, [&](const Said &said) { return said.sentence == sentence; });
    m_dismissed.append(sentence);
    refresh();
}

void NoticeBar::stand(const QString &key, const QString &sentence, const QString &label,
                      const std::function<void()> &act)
{
    m_standing[key] = {sentence, label, act};
    refresh();
}

void NoticeBar::lift(const QString &key)
{
    if (m_standing.erase(key))
        refresh();
}

/// What is wrong with the cluster in use; a relay's that refuses is no use to try again as it is.
NoticeBar::Row NoticeBar::troubleRow(const QString &sentence)
{
    const auto *entry = m_clusters.context(m_clusters.current());
    const auto *cluster = m_clusters.opened(m_clusters.current());
    const auto error = cluster ? cluster->lastError().value_or(kube::Error()) : kube::Error();
    if (entry && !entry->relay.isEmpty()
        && (error.kind == kube::Error::Kind::Credentials
            || error.kind == kube::Error::Kind::Unauthorized))
        return {Kind::Error, sentence, tr("Sign in…"),
                [this, relay = entry->relay] { Q_EMIT signInWanted(relay); }};
    return {Kind::Error, sentence, tr("Try again"), [this] {
                if (auto *used = m_clusters.cluster(m_clusters.current()))
                    used->retry();
            }};
}

/// What there is to say now, worst first.
std::vector<NoticeBar::Row> NoticeBar::rows()
{
    std::vector<Row> rows;
    const auto health = clusterHealth(m_clusters, m_clusters.current());
    if (health.health == Health::Error && !health.sentence.isEmpty())
        rows.push_back(troubleRow(health.sentence));
    else if (!health.sentence.isEmpty())
        rows.push_back({Kind::Warning, health.sentence});
    if (const auto signIn = signInHealth(m_clusters, m_clusters.current());
        !signIn.warning.isEmpty())
        rows.push_back({Kind::Warning, signIn.warning});
    for (const auto &problem : m_clusters.problems())
        rows.push_back({Kind::Error, problem});
    for (const auto &[key, said] : m_standing) {
        m_dismissed.removeAll(said.sentence);
        rows.push_back({Kind::Warning, said.sentence, said.label, said.act, true});
    }
    for (const auto &said : m_said) {
        const auto act = [this, said] {
            dismiss(said.sentence);
            said.act();
        };
        rows.push_back({Kind::Information, said.sentence, said.label,
                        said.label.isEmpty() ? std::function<void()>() : act});
    }
    std::erase_if(rows, [this](const Row &row) { return m_dismissed.contains(row.sentence); });
    return rows;
}

void NoticeBar::refresh()
{
    const auto all = rows();
    QStringList next;
    for (const auto &row : all)
        next.append(row.sentence);
    if (next == m_shown)
        return;
    m_shown = next;
    while (auto *item = m_column->takeAt(0)) {
        item->widget()->deleteLater(); // its button may be what called us
        item->widget()->hide();
        delete item;
    }
    for (const auto &row : all)
        addRow(row);
    setVisible(!all.empty());
}

void NoticeBar::addRow(const Row &what)
{
    const auto kind = what.kind;
    const auto sentence = what.sentence;
    const auto &theme = m_look.theme();
    const auto color = kind == Kind::Error ? theme.error
        : kind == Kind::Warning            ? theme.warn
                                           : theme.accent;
    const auto icon = kind == Kind::Error ? healthIcon(Health::Error, theme)
        : kind == Kind::Warning           ? healthIcon(Health::Warning, theme)
                                          : informationIcon(theme);
    auto *line = new QWidget(this);
    line->setObjectName(u"line"_s);
    line->setAttribute(Qt::WA_StyledBackground);
    line->setStyleSheet(
        u"#line { background: %1; border-bottom: 1px solid %2; }"
        u"QLabel { color: %3; } QToolButton { color: %4; background: transparent; border: none;"
        u" padding: 3px 8px; } QToolButton:hover { text-decoration: underline; }"_s.arg(
            theme.panel.name(), color.name(), theme.text.name(), theme.accent.name()));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(14, 7, 8, 7);
    row->setSpacing(10);
    auto *mark = new QLabel(line);
    mark->setPixmap(icon.pixmap({16, 16}, devicePixelRatioF()));
    mark->setAccessibleName(kind == Kind::Error         ? tr("Error")
                                : kind == Kind::Warning ? tr("Warning")
                                                        : tr("Information"));
    auto *text = new QLabel(sentence, line);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    // Beside its mark, also when it is in a language that is written the other way.
    text->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
                       | Qt::AlignVCenter);
    text->setFont(m_look.sans(13));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(mark);
    row->addWidget(text, 1);
    const auto addButton = [&](const QString &label, const auto &action) {
        auto *button = new QToolButton(line);
        button->setText(label);
        button->setFont(m_look.sans(13));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, action);
        row->addWidget(button);
    };
    if (what.act)
        addButton(what.label, what.act);
    if (!what.stands)
        addButton(tr("Dismiss"), [this, sentence] { dismiss(sentence); });
    m_column->addWidget(line);
}

} // namespace workspace
