// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/comments/commentpanel.h"

#include "workspace/comments/commententry.h"
#include "workspace/comments/commentinbox.h"
#include "workspace/comments/commenttext.h"
#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PanelWidth = 520;
static constexpr int HighestList = 380;
static constexpr int AroundList = 300; ///< of the panel's height, what is not the list
static constexpr qsizetype TellFrom = schema::LongestComment - 1000; ///< how much room is left

CommentPanel::CommentPanel(YardComments &comments, CommentInbox &inbox, Look &look, QWidget *parent)
    : OverlayPanel(look, PanelWidth, parent)
    , m_comments(comments)
    , m_inbox(inbox)
    , m_area(new QScrollArea)
    , m_empty(new QLabel)
    , m_note(new QLabel)
    , m_entry(new CommentEntry)
    , m_send(new QPushButton(tr("Send")))
{
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Comments"));
    m_area->viewport()->setAutoFillBackground(false);
    setRole(m_empty, u"dim"_s);
    m_empty->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_send->setProperty("role", u"primary"_s);
    auto *close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_note, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_send);
    column().addWidget(&title());
    column().addWidget(m_area, 1);
    column().addWidget(m_empty);
    column().addWidget(m_entry);
    column().addLayout(buttons);
    m_minute.setInterval(std::chrono::seconds(30));
    connect(&m_minute, &QTimer::timeout, this, &CommentPanel::tellTimes);
    connect(close, &QPushButton::clicked, this, &CommentPanel::dismiss);
    connect(m_send, &QPushButton::clicked, this, &CommentPanel::send);
    connect(m_entry, &CommentEntry::sent, this, &CommentPanel::send);
    connect(m_entry, &CommentEntry::edited, this, &CommentPanel::measure);
    connect(m_entry, &CommentEntry::sizeWished, this, &CommentPanel::arrange);
    connect(&m_comments, &YardComments::changed, this, &CommentPanel::refresh);
    connect(&look, &Look::changed, this, &CommentPanel::refresh); // in the other colours
}

void CommentPanel::openKrate(const QString &krate, const QString &title)
{
    dismiss();
    m_krate = krate;
    m_title = title;
    m_exists = {};
    m_entry->setText(m_drafts.value(krate));
    open(tr("Comments on %1").arg(title));
    m_entry->setFocus(Qt::OtherFocusReason);
}

void CommentPanel::openRemoved(std::function<bool(const QString &)> exists)
{
    dismiss();
    m_exists = std::move(exists);
    open(tr("Comments of removed krates"));
    m_area->setFocus(Qt::OtherFocusReason);
}

void CommentPanel::open(const QString &heading)
{
    title().setText(heading);
    setAccessibleName(heading);
    m_most = MostShown;
    m_new.clear();
    for (const auto &comment : wanted()) {
        if (m_inbox.isUnread(comment))
            m_new.insert(comment.id);
    }
    m_entry->setVisible(!m_exists && !m_readOnly);
    m_send->setVisible(!m_exists && !m_readOnly);
    show();
    raise();
    refresh();
    measure();
    m_minute.start();
    auto *bar = m_area->verticalScrollBar();
    bar->setValue(bar->maximum());
}

void CommentPanel::dismiss()
{
    if (isHidden())
        return;
    m_minute.stop();
    const auto krate = std::exchange(m_krate, {});
    if (!krate.isEmpty())
        m_drafts[krate] = m_entry->text();
    leave();
}

void CommentPanel::setPeople(const QStringList &names)
{
    m_people = names;
    m_entry->setNames(this->names());
}

void CommentPanel::setReadOnly(bool on)
{
    if (std::exchange(m_readOnly, on) == on || isHidden())
        return;
    m_entry->setVisible(!m_exists && !m_readOnly);
    m_send->setVisible(!m_exists && !m_readOnly);
    measure();
    refresh();
}

QStringList CommentPanel::names() const
{
    auto all = m_people;
    for (const auto &comment : m_comments.all())
        all.append(comment.author);
    all.append(m_inbox.me());
    all.removeDuplicates();
    all.removeAll(QString());
    return all;
}

std::vector<CommentRecord> CommentPanel::wanted() const
{
    if (!m_exists)
        return m_comments.of(m_krate);
    auto found = m_comments.all();
    std::erase_if(found, [this](const CommentRecord &comment) { return m_exists(comment.krate); });
    // Of one krate together, the krate that was written to first before the others.
    QHash<QString, int> order;
    for (const auto &comment : found)
        order.insert(comment.krate, order.value(comment.krate, int(order.size())));
    std::ranges::stable_sort(
        found, {}, [&order](const CommentRecord &comment) { return order.value(comment.krate); });
    return found;
}

void CommentPanel::refresh()
{
    if (isHidden())
        return;
    auto *bar = m_area->verticalScrollBar();
    const bool wasAtEnd = bar->value() >= bar->maximum() - 4;
    const int before = bar->value();
    const auto shown = wanted();
    fill(shown);
    m_empty->setVisible(shown.empty());
    m_area->setVisible(!shown.empty());
    m_empty->setText(m_exists
                         ? tr("Nothing was written to krates that are gone.")
                         : tr("Nobody has written to this krate yet. Everybody in the yard can "
                              "read what you write."));
    m_entry->setNames(names());
    arrange();
    bar->setValue(wasAtEnd ? bar->maximum() : before);
    for (const auto &comment : shown)
        m_inbox.markRead(comment.krate);
}

void CommentPanel::fill(const std::vector<CommentRecord> &shown)
{
    m_times.clear();
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 8, 0);
    rows->setSpacing(14);
    const auto known = names();
    const auto count = qsizetype(shown.size());
    if (count > m_most) {
        auto *more = new QPushButton(tr("Show %Ln earlier", nullptr, int(count - m_most)));
        rows->addWidget(more, 0, Qt::AlignHCenter);
        connect(more, &QPushButton::clicked, this, [this] {
            m_most *= 4;
            refresh();
        });
    }
    QString krate = m_krate;
    for (qsizetype i = std::max<qsizetype>(0, count - m_most); i < count; ++i) {
        const auto &comment = shown[size_t(i)];
        if (m_exists && std::exchange(krate, comment.krate) != comment.krate) {
            auto *heading =
                new QLabel(comment.title.isEmpty() ? tr("A krate without a name")
                                                   : comment.title.simplified().left(120));
            heading->setTextFormat(Qt::PlainText);
            heading->setWordWrap(true);
            heading->setFont(look().sans(14, QFont::DemiBold));
            rows->addWidget(heading);
        }
        addRow(*rows, comment, known);
    }
    rows->addStretch(1);
    // The one before goes. With its rows in it, for what is shown later has no height yet.
    m_area->setWidget(list);
    list->setAutoFillBackground(false);
}

void CommentPanel::addRow(QVBoxLayout &rows, const CommentRecord &comment, const QStringList &names)
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins({});
    column->setSpacing(3);
    column->addWidget(makeHead(comment));
    column->addWidget(new CommentText(comment.text, mentionsIn(comment.text, names), look()));
    row->setAccessibleName(
        tr("%1, %2: %3")
            .arg(comment.author, QLocale().toString(comment.at.toLocalTime(), QLocale::ShortFormat),
                 comment.text));
    rows.addWidget(row);
}

QWidget *CommentPanel::makeHead(const CommentRecord &comment)
{
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(8);
    const auto name = comment.author.simplified().left(60);
    auto *author = new QLabel(name.isEmpty() ? tr("Somebody") : name);
    author->setTextFormat(Qt::PlainText);
    author->setFont(look().sans(13, QFont::DemiBold));
    auto *time = new QLabel(timeAgo(comment.at, QDateTime::currentDateTimeUtc()));
    setRole(time, u"dim"_s);
    time->setToolTip(QLocale().toString(comment.at.toLocalTime(), QLocale::LongFormat));
    m_times.emplace_back(time, comment.at);
    line->addWidget(author);
    line->addWidget(time);
    if (m_new.contains(comment.id)) {
        auto *mark = new QLabel(tr("new"));
        mark->setFont(look().sans(11, QFont::DemiBold));
        mark->setStyleSheet(u"color: %1;"_s.arg(look().theme().accent.name()));
        line->addWidget(mark);
    }
    line->addStretch(1);
    if (!m_readOnly && comment.author == m_inbox.me()) {
        auto *gone = new QToolButton;
        gone->setText(tr("Delete"));
        gone->setAccessibleName(tr("Delete this comment"));
        gone->setFocusPolicy(Qt::TabFocus);
        gone->setStyleSheet(
            u"QToolButton { color: %1; background: transparent; border: none; padding: 1px 4px; }"
            u"QToolButton:hover, QToolButton:focus { color: %2; text-decoration: underline; }"_s
                .arg(look().theme().textFaint.name(), look().theme().error.name()));
        connect(gone, &QToolButton::clicked, this, [this, id = comment.id] { remove(id); });
        line->addWidget(gone);
    }
    return head;
}

void CommentPanel::remove(const QString &id)
{
    // Its button is what calls.
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            m_comments.remove(id);
            say(tr("Deleted. Undo on the yard brings it back."));
        },
        Qt::QueuedConnection);
}

void CommentPanel::send()
{
    const auto text = m_entry->text().trimmed();
    if (m_krate.isEmpty() || text.isEmpty() || m_readOnly)
        return;
    if (m_comments.add(m_krate, text, m_inbox.me(), m_title).isEmpty())
        return measure(); // it is too long, which is told already
    m_entry->setText({});
    m_drafts.remove(m_krate);
    measure();
    auto *bar = m_area->verticalScrollBar();
    bar->setValue(bar->maximum());
}

/// Tells how much room is left when there is little, else by which keys it is sent.
void CommentPanel::measure()
{
    if (m_exists)
        return say({});
    if (m_readOnly)
        return say(tr("You are a viewer of this yard: you may read, not write."));
    const auto length = m_entry->text().trimmed().size();
    const bool isTooLong = length > schema::LongestComment;
    m_send->setEnabled(length > 0 && !isTooLong);
    const QLocale locale;
    if (length >= TellFrom)
        return say(tr("%1 of %2 characters")
                       .arg(locale.toString(length), locale.toString(schema::LongestComment)),
                   isTooLong);
    say(tr("Enter sends, Shift+Enter begins a new line."));
}

void CommentPanel::say(const QString &text, bool isError)
{
    m_note->setText(text);
    setRole(m_note, isError ? u"error"_s : u"dim"_s);
    arrange();
}

/// The list is as high as its rows, as far as there is room.
void CommentPanel::arrange()
{
    if (isHidden())
        return;
    auto *list = m_area->widget();
    const int width = qMin(PanelWidth, int(parentWidget()->width() * 0.93)) - 60;
    const int wished = list && list->layout() ? list->layout()->totalHeightForWidth(width) : 0;
    const int room = qMax(80, parentWidget()->height() - AroundList);
    m_area->setFixedHeight(qBound(20, wished, qMin(HighestList, room)));
    place();
}

void CommentPanel::tellTimes()
{
    const auto now = QDateTime::currentDateTimeUtc();
    for (const auto &[label, at] : m_times)
        label->setText(timeAgo(at, now));
}

} // namespace workspace
