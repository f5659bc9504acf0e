// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/firstrun/firstrunpage.h"

#include "workspace/clusters/clusterset.h"
#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int BoxWidth = 620;
static constexpr int RowSpacing = 3;
static constexpr int MostRows = 7; ///< of contexts without scrolling

FirstRunPage::FirstRunPage(ClusterSet &clusters, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_clusters(clusters)
    , m_look(look)
    , m_box(new QWidget(this))
    , m_title(new QLabel(tr("Welcome to Krateyard"), m_box))
    , m_lead(new QLabel(
          tr("A canvas on which the objects of your clusters stand side by side: lists, YAML, logs "
             "and shells, each where you put it. Nothing is changed in a cluster unless you ask "
             "for it."),
          m_box))
    , m_found(new QLabel(m_box))
    , m_contexts(new QListWidget(m_box))
    , m_problem(new QLabel(m_box))
    , m_use(new QPushButton(tr("Use this context"), m_box))
    , m_file(new QPushButton(tr("Open a kubeconfig…"), m_box))
    , m_relay(new QPushButton(tr("Sign in at a relay…"), m_box))
    , m_demo(new QPushButton(tr("Try the demo"), m_box))
{
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_title->text());
    parent->installEventFilter(this);
    build();
    connect(&clusters, &ClusterSet::contextsChanged, this, &FirstRunPage::refresh);
    connect(&look, &Look::changed, this, &FirstRunPage::restyle);
    connect(m_contexts, &QListWidget::itemActivated, this, &FirstRunPage::choose);
    connect(m_use, &QPushButton::clicked, this, &FirstRunPage::choose);
    connect(m_file, &QPushButton::clicked, this, &FirstRunPage::fileDialogWanted);
    connect(m_relay, &QPushButton::clicked, this, [this] {
        m_box->hide();
        Q_EMIT relayWanted();
    });
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::demoWanted);
    restyle();
    refresh();
    hide();
}

void FirstRunPage::build()
{
    m_box->setMaximumWidth(BoxWidth);
    auto *column = new QVBoxLayout(m_box);
    column->setContentsMargins(28, 26, 28, 26);
    column->setSpacing(14);
    for (auto *label : {m_title, m_lead, m_found}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_contexts);
    m_contexts->setAccessibleName(tr("Contexts"));
    m_contexts->setSpacing(RowSpacing);
    m_contexts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    setRole(m_problem, u"error"_s);
    m_found->setTextFormat(Qt::PlainText);
    column->addWidget(m_problem);
    column->addWidget(makeButtons());
    auto *hint =
        new QLabel(tr("A kubeconfig file can also be dropped here. Without one, a relay of "
                      "your team lets you see its clusters."),
                   m_box);
    hint->setWordWrap(true);
    setRole(hint, u"dim"_s);
    column->addWidget(hint);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(16, 16, 16, 16);
    whole->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_box, 100);
    row->addStretch(1);
    whole->addLayout(row);
    whole->addStretch(3);
}

QWidget *FirstRunPage::makeButtons()
{
    auto *buttons = new QWidget(m_box);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 4, 0, 0);
    for (auto *button : {m_use, m_file, m_relay, m_demo}) {
        button->setAutoDefault(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    return buttons;
}

void FirstRunPage::open()
{
    explain({});
    refresh();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    takeKeys();
}

void FirstRunPage::takeKeys()
{
    m_box->show();
    if (m_contexts->count() > 0)
        m_contexts->setFocus(Qt::OtherFocusReason);
    else
        m_file->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::dismiss()
{
    if (isHidden())
        return;
    hide();
    parentWidget()->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::explain(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    setAccessibleDescription(problem.isEmpty() ? m_found->text() : problem);
}

QString FirstRunPage::problem() const
{
    return m_problem->text();
}

void FirstRunPage::refresh()
{
    const auto home = QDir::homePath();
    QStringList files;
    for (auto file : m_clusters.files()) {
        if (file.startsWith(home + u'/'))
            file.replace(0, home.size(), u"~"_s);
        files.append(QDir::toNativeSeparators(file));
    }
    const auto where = files.join(u", "_s);
    m_contexts->clear();
    bool isRelayed = false;
    for (const auto &entry : m_clusters.contexts()) {
        auto *item = new QListWidgetItem(
            entry.relay.isEmpty()
                ? tr("%1   —   cluster %2, user %3").arg(entry.name, entry.cluster, entry.user)
                : tr("%1   —   through a relay").arg(entry.name));
        item->setData(Qt::UserRole, entry.name);
        isRelayed = isRelayed || !entry.relay.isEmpty();
        m_contexts->addItem(item);
        if (entry.name == m_clusters.current())
            m_contexts->setCurrentItem(item);
    }
    const int count = m_contexts->count();
    m_found->setText(
        isRelayed
            ? tr("%n context(s), in %1 and through relays. Choose one to begin with:", nullptr,
                 count)
                  .arg(where)
            : count > 0
            ? tr("%n context(s) found in %1. Choose one to begin with:", nullptr, count).arg(where)
            : tr("No context was found in %1.").arg(where));
    m_contexts->setVisible(count > 0);
    if (count > 0)
        m_contexts->setFixedHeight(
            qMin(count, MostRows) * (m_contexts->sizeHintForRow(0) + 2 * RowSpacing) + 16);
    m_use->setVisible(count > 0);
    setRole(m_use, u"primary"_s);
    setRole(m_file, count > 0 ? QString() : u"primary"_s);
}

void FirstRunPage::restyle()
{
    setFont(m_look.sans(13));
    setStyleSheet(formStyle(m_look));
    m_title->setFont(m_look.sans(22, QFont::DemiBold));
    update();
}

void FirstRunPage::choose()
{
    if (const auto *item = m_contexts->currentItem())
        Q_EMIT contextChosen(item->data(Qt::UserRole).toString());
}

bool FirstRunPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.ground);
    if (m_box->isHidden())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.borderStrong);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(0.5, 0.5, -0.5, -0.5),
                            Look::RadiusLarge, Look::RadiusLarge);
}

void FirstRunPage::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void FirstRunPage::dropEvent(QDropEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT kubeconfigWanted(urls.first().toLocalFile());
}

void FirstRunPage::keyPressEvent(QKeyEvent *event)
{
    event->accept(); // nothing falls through to the canvas
    if (event->key() == Qt::Key_Escape)
        choose();
}

void FirstRunPage::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

} // namespace workspace
