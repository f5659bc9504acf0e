// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topbar/topbar.h"

#include "workspace/clusters/clusterhealth.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/health/clusterrollup.h"
#include "workspace/look/look.h"
#include "workspace/topbar/healthdot.h"
#include "workspace/yard/yarddocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

constexpr int BarHeight = 44;

/// A tooltip with a line more that says how long the sign-in lasts.
QString withSignIn(const ClusterSet &clusters, const QString &context, const QString &text)
{
    const auto until = signInHealth(clusters, context).until;
    return until.isEmpty() ? text : QString(text + u'\n' + until);
}

} // namespace

TopBar::TopBar(ClusterSet &clusters, const ClusterRollUp &rollUp, const ContextMarks &marks,
               const YardDocument &document, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_clusters(clusters)
    , m_rollUp(rollUp)
    , m_marks(marks)
    , m_document(document)
    , m_look(look)
    , m_title(new QLabel(this))
    , m_yard(new QToolButton(this))
    , m_cluster(new QToolButton(this))
    , m_mark(new QLabel(this))
    , m_count(new QLabel(this))
    , m_search(new QToolButton(this))
    , m_theme(new QToolButton(this))
{
    setFixedHeight(BarHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 12, 6);
    row->setSpacing(12);
    auto *name = new QHBoxLayout; // reads as one: "krateyard / web"
    name->setSpacing(0);
    name->addWidget(m_title);
    name->addWidget(m_yard);
    row->addLayout(name);
    row->addWidget(m_cluster);
    row->addWidget(m_mark);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_search);
    row->addWidget(m_theme);

    m_title->setTextFormat(Qt::RichText);
    m_title->setContentsMargins(0, 2, 0, 0); // a label's text stands higher than a button's
    m_yard->setObjectName(u"yard"_s);
    m_yard->setAccessibleName(tr("Yard"));
    m_yard->setEnabled(false);
    m_cluster->setObjectName(u"cluster"_s);
    m_cluster->setIconSize({20, 16}); // with some room about the mark
    m_cluster->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cluster->setAccessibleName(tr("Cluster"));
    m_search->setText(tr("Search   /"));
    m_search->setToolTip(tr("Find and open anything (/)"));
    m_search->setAccessibleName(tr("Search"));
    m_theme->setAccessibleName(tr("Change between dark and light"));
    m_theme->setToolTip(tr("Change between dark and light"));
    for (auto *button : {m_yard, m_cluster, m_search, m_theme})
        button->setFocusPolicy(Qt::TabFocus);

    connect(m_yard, &QToolButton::clicked, this, [this] {
        Q_EMIT yardsRequested(m_yard->mapToGlobal(QPoint(0, m_yard->height() + 2)));
    });
    connect(m_cluster, &QToolButton::clicked, this, &TopBar::showClusters);
    connect(m_search, &QToolButton::clicked, this, &TopBar::spotlightRequested);
    connect(m_theme, &QToolButton::clicked, this, &TopBar::themeToggled);
    connect(&clusters, &ClusterSet::contextsChanged, this, &TopBar::refresh);
    connect(&clusters, &ClusterSet::currentChanged, this, &TopBar::refresh);
    connect(&clusters, &ClusterSet::clusterChanged, this, &TopBar::refresh);
    m_soon.setSingleShot(true); // one event of the cluster changes several counts
    connect(&m_soon, &QTimer::timeout, this, &TopBar::refresh);
    connect(&rollUp, &ClusterRollUp::changed, this, [this] {
        if (!m_soon.isActive())
            m_soon.start(0);
    });
    connect(&marks, &ContextMarks::changed, this, &TopBar::refresh);
    connect(&document, &YardDocument::changed, this, &TopBar::refresh);
    connect(&look, &Look::changed, this, &TopBar::restyle);
    restyle();
}

void TopBar::setYardName(const QString &name)
{
    m_yardName = name;
    refresh();
}

void TopBar::addPeople(QWidget &people)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_search), &people);
}

void TopBar::setYardsOffered(bool offered)
{
    m_yard->setEnabled(offered);
    m_yard->setToolTip(offered ? tr("Go to another yard, make or delete one") : QString());
    refresh();
}

/// Much that changes in clusters and on the yard changes nothing here, and style sheets, icons and
/// tool tips cost as much as the yard's picture.
void TopBar::refresh()
{
    const auto current = m_clusters.current();
    const auto health = clusterHealth(m_clusters, current, m_rollUp.summary(current));
    const Told told{.yard = m_yardName,
                    .yardsOffered = m_yard->isEnabled(),
                    .context = current,
                    .health = health.health,
                    .word = health.word,
                    .tip = withSignIn(m_clusters, current,
                                      health.sentence.isEmpty()
                                          ? tr("Choose the cluster that new krates show")
                                          : health.sentence),
                    .mark = m_marks.of(current),
                    .krates = m_document.krates().size()};
    if (m_told == told)
        return;
    if (!m_told || m_told->health != told.health) // any, also an equal one, lays the bar out anew
        m_cluster->setIcon(healthIcon(told.health, m_look.theme()));
    m_told = told;
    tell(told);
}

void TopBar::tell(const Told &told)
{
    const auto &theme = m_look.theme();
    m_title->setText(
        u"<span style='color:%1'>krateyard</span> <span style='color:%2'>/</span>"_s.arg(
            theme.textDim.name(), theme.textFaint.name()));
    auto name = told.yard;
    name.replace(u'&', u"&&"_s); // no mnemonic
    m_yard->setText(told.yardsOffered ? QString(name + u" ▾"_s) : name);
    m_yard->setAccessibleDescription(told.yard);
    m_cluster->setText(told.context.isEmpty() ? tr("No cluster ▾")
                                              : u"%1 · %2 ▾"_s.arg(told.context, told.word));
    m_cluster->setToolTip(told.tip);
    tellMark(told.mark);
    m_count->setText(tr("%n krate(s)", nullptr, int(told.krates)));
}

void TopBar::tellMark(const ContextMark &mark)
{
    QStringList words;
    if (mark.production)
        words << tr("PRODUCTION");
    if (mark.readOnly)
        words << tr("read-only");
    m_mark->setText(words.join(u" · "_s));
    m_mark->setVisible(!words.isEmpty());
    if (words.isEmpty())
        return;
    const auto color = mark.production ? m_look.theme().error : m_look.theme().info;
    m_mark->setStyleSheet(
        u"QLabel { color: %1; border: 1px solid %1; border-radius: 9px; padding: 3px 9px; }"_s.arg(
            color.name()));
}

void TopBar::restyle()
{
    const auto &theme = m_look.theme();
    setFont(m_look.sans(13));
    m_title->setFont(m_look.sans(14, QFont::Medium));
    m_yard->setFont(m_look.sans(14, QFont::DemiBold));
    m_mark->setFont(m_look.sans(11.5, QFont::DemiBold));
    const auto rgba = [](const QColor &c) {
        return u"rgba(%1,%2,%3,%4)"_s.arg(c.red()).arg(c.green()).arg(c.blue()).arg(c.alpha());
    };
    setStyleSheet(
        u"QLabel { color: %1; background: transparent; }"
        u"QToolButton { color: %2; background: %3; border: 1px solid %4; border-radius: 9px;"
        u" padding: 5px 10px; }"
        u"#yard { background: transparent; border-color: transparent; padding: 5px 1px; }"
        u"#cluster { padding-left: 8px; padding-right: 3px; }"
        u"#yard:disabled { color: %2; }"
        u"QToolButton:hover, #yard:hover:enabled { background: %5; }"
        u"QToolButton:focus { border-color: %6; }"_s.arg(rgba(theme.textDim), rgba(theme.text),
                                                         rgba(theme.panel), rgba(theme.border),
                                                         rgba(theme.hover), rgba(theme.accent)));
    m_theme->setText(theme.dark ? tr("Light") : tr("Dark"));
    m_told.reset();
    refresh();
    update();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_look.theme().border);
}

void TopBar::showClusters()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setFont(m_look.sans(13));
    menu->setToolTipsVisible(true);
    for (const auto &entry : m_clusters.contexts()) {
        const auto health = clusterHealth(m_clusters, entry.name, m_rollUp.summary(entry.name));
        auto *action = menu->addAction(healthIcon(health.health, m_look.theme()),
                                       u"%1    %2"_s.arg(entry.name, health.word));
        action->setCheckable(true);
        action->setChecked(entry.name == m_clusters.current());
        const auto what = entry.relay.isEmpty()
            ? tr("Cluster %1, user %2, namespace %3")
                  .arg(entry.cluster, entry.user,
                       entry.nameSpace.isEmpty() ? u"default"_s : entry.nameSpace)
            : tr("Cluster %1, through the relay %2").arg(entry.cluster, entry.relay.authority());
        const auto sentence = health.sentence.isEmpty() ? what : health.sentence;
        action->setToolTip(withSignIn(m_clusters, entry.name, sentence));
        connect(action, &QAction::triggered, this, [this, name = entry.name] {
            m_clusters.setCurrent(name);
            m_clusters.cluster(name);
        });
    }
    const auto problems = m_clusters.problems();
    if (!problems.isEmpty())
        menu->addSeparator();
    for (const auto &problem : problems)
        menu->addAction(problem)->setEnabled(false);
    if (m_clusters.contexts().empty() && problems.isEmpty())
        menu->addAction(tr("No contexts in %1").arg(m_clusters.files().join(u", "_s)))
            ->setEnabled(false);
    if (m_relaysOffered) {
        menu->addSeparator();
        connect(menu->addAction(tr("Add clusters through a relay…")), &QAction::triggered, this,
                &TopBar::relayWanted);
    }
    menu->popup(m_cluster->mapToGlobal(QPoint(0, m_cluster->height() + 2)));
}

} // namespace workspace
