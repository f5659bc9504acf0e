// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/namespaces/namespacepicker.h"

#include "kube/watch/resourcecache.h"
#include "workspace/errortext.h"
#include "workspace/look/comesforward.h"
#include "workspace/look/look.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr int InputHeight = 56;
constexpr int RowHeight = 34;
constexpr int RowsShown = 9;
constexpr int HintHeight = 32;
constexpr int BoxWidth = 40; ///< where a click checks instead of taking the row

class RowPainter : public QStyledItemDelegate
{
public:
    RowPainter(const Look &look, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, RowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = m_look.theme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row = QRectF(option.rect).adjusted(8, 1, -8, -1);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.selection);
            painter->drawRoundedRect(row, Look::RadiusMedium, Look::RadiusMedium);
        }
        paintBox(*painter, {row.left() + 20, row.center().y()},
                 index.data(NamespaceList::CheckedRole).toBool());
        const auto name = index.data(NamespaceList::NameRole).toString();
        const bool typed = index.data(NamespaceList::TypedRole).toBool();
        painter->setFont(m_look.sans(14, name.isEmpty() ? QFont::DemiBold : QFont::Normal));
        painter->setPen(name.isEmpty() || typed ? theme.text : theme.forNamespace(name));
        const QRectF text = row.adjusted(BoxWidth, 0, -12, 0);
        const auto label = typed ? NamespacePicker::tr("Use “%1”").arg(name)
                                 : index.data(Qt::DisplayRole).toString();
        painter->drawText(
            text, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(label, Qt::ElideMiddle, int(text.width())));
        painter->restore();
    }

private:
    void paintBox(QPainter &painter, QPointF centre, bool checked) const
    {
        const auto &theme = m_look.theme();
        painter.setPen(QPen(checked ? theme.accent : theme.borderStrong, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(centre - QPointF(7, 7), QSizeF(14, 14)), Look::RadiusSmall,
                                Look::RadiusSmall);
        if (!checked)
            return;
        painter.setPen(QPen(theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF points[]{centre + QPointF(-3.5, 0.2), centre + QPointF(-0.8, 3),
                               centre + QPointF(3.8, -3)};
        painter.drawPolyline(points, 3);
    }

    const Look &m_look;
};

} // namespace

NamespacePicker::NamespacePicker(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_input(this)
    , m_view(this)
{
    setLayoutDirection(Qt::LeftToRight); // as its rows are painted
    setAccessibleName(tr("Choose namespaces"));
    setFocusProxy(&m_input);
    m_input.setFrame(false);
    m_input.setMaxLength(63);
    m_input.setAccessibleName(tr("Namespace"));
    m_input.installEventFilter(this);
    parent->installEventFilter(this);
    new ComesForward(*this);
    m_view.setModel(&m_list);
    m_view.setItemDelegate(new RowPainter(m_look, &m_view));
    m_view.setUniformItemSizes(true);
    m_view.setFrameShape(QFrame::NoFrame);
    m_view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view.setFocusPolicy(Qt::NoFocus); // the keys stay with the input
    m_view.setAccessibleName(tr("Namespaces"));
    m_view.viewport()->installEventFilter(this);
    connect(&m_input, &QLineEdit::textChanged, &m_list, &NamespaceList::setFilter);
    connect(&m_list, &QAbstractItemModel::modelReset, this, [this] {
        place();
        keepCurrent();
    });
    connect(&m_look, &Look::changed, this, &NamespacePicker::applyLook);
    applyLook();
    hide();
}

NamespacePicker::~NamespacePicker()
{
    // The input tells its filter that it goes, when the list is gone already.
    m_input.removeEventFilter(this);
    m_view.viewport()->removeEventFilter(this);
}

void NamespacePicker::applyLook()
{
    const auto &theme = m_look.theme();
    m_input.setFont(m_look.sans(17));
    auto colors = m_input.palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, theme.text);
    colors.setColor(QPalette::PlaceholderText, theme.textFaint);
    colors.setColor(QPalette::Highlight, theme.selection);
    colors.setColor(QPalette::HighlightedText, theme.text);
    m_input.setPalette(colors);
    m_view.setPalette(colors);
    update();
}

void NamespacePicker::ask(const Question &question, kube::ResourceCache &cache,
                          const kube::ApiResource &nameSpaces)
{
    m_question = question;
    m_several = false;
    setNote({});
    m_input.clear();
    m_list.begin(question.remembered, question.chosen);
    kube::Reflector::Options options;
    options.resource = nameSpaces;
    m_listed = cache.subscribe(options);
    connect(m_listed.get(), &kube::Subscription::pageListed, &m_list, &NamespaceList::addListed);
    connect(m_listed.get(), &kube::Subscription::changed, &m_list, &NamespaceList::apply);
    connect(m_listed.get(), &kube::Subscription::stateChanged, this, [this] {
        const auto error = m_listed->lastError();
        if (!error)
            return setNote({});
        setNote(error->kind == kube::Error::Kind::Forbidden
                    ? tr("You may not list namespaces here: type the name of one you may use.")
                    : errorText(*error));
    });
    m_listed->start();
    place();
    show();
    raise();
    keepCurrent();
    m_input.setFocus(Qt::OtherFocusReason);
}

void NamespacePicker::dismiss()
{
    if (isHidden())
        return;
    m_listed.reset();
    hide();
    Q_EMIT closed();
}

void NamespacePicker::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note);
    place();
    update();
}

void NamespacePicker::place()
{
    const auto *over = parentWidget();
    const int width = qMin(460, int(over->width() * 0.93));
    const int top = int(over->height() * 0.15);
    const int rows = qBound(1, m_list.rowCount(), RowsShown);
    const int noted = m_note.isEmpty() ? 0 : 44;
    const int height =
        qMin(InputHeight + 8 + rows * RowHeight + 8 + noted + HintHeight, over->height() - top - 8);
    setGeometry((over->width() - width) / 2, top, width, height);
    m_input.setGeometry(20, 10, width - 36, InputHeight - 20);
    m_input.setPlaceholderText(m_question.title);
    m_view.setGeometry(1, InputHeight + 8, width - 2,
                       height - InputHeight - 16 - noted - HintHeight);
    update();
}

void NamespacePicker::keepCurrent()
{
    if (const int row = m_list.bestRow(); row >= 0)
        m_view.setCurrentIndex(m_list.index(row));
}

void NamespacePicker::step(int rows)
{
    if (m_list.rowCount() == 0)
        return;
    const int row = qBound(0, m_view.currentIndex().row() + rows, m_list.rowCount() - 1);
    m_view.setCurrentIndex(m_list.index(row));
}

void NamespacePicker::toggle(int row)
{
    if (row < 0)
        return;
    const auto name = m_list.name(row);
    m_list.toggle(row);
    m_several = true;
    for (int i = 0; i < m_list.rowCount(); ++i) { // the list may have been made anew
        if (m_list.name(i) == name) {
            m_view.setCurrentIndex(m_list.index(i));
            break;
        }
    }
    update();
}

void NamespacePicker::take(int row)
{
    if (m_several)
        return answer(m_list.chosen());
    if (row < 0)
        return;
    const auto name = m_list.name(row);
    answer(name.isEmpty() ? QStringList() : QStringList(name));
}

void NamespacePicker::answer(const QStringList &nameSpaces)
{
    const auto id = m_question.id;
    dismiss();
    Q_EMIT chosen(id, nameSpaces);
}

bool NamespacePicker::key(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: take(m_view.currentIndex().row()); return true;
    case Qt::Key_Space: toggle(m_view.currentIndex().row()); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_PageUp: step(-RowsShown); return true;
    case Qt::Key_PageDown: step(RowsShown); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // the panel keeps the focus
    default: return false;
    }
}

bool NamespacePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched == m_view.viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto at = static_cast<QMouseEvent *>(event)->position().toPoint();
        if (const auto index = m_view.indexAt(at); index.isValid())
            at.x() < BoxWidth ? toggle(index.row()) : take(index.row());
        return true;
    }
    if (watched != &m_input)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // Escape is ours here, not the window's
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        return key(static_cast<QKeyEvent &>(*event));
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason)
        dismiss();
    return QWidget::eventFilter(watched, event);
}

void NamespacePicker::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusLarge,
                            Look::RadiusLarge);
    painter.setPen(theme.border);
    painter.drawLine(QPointF(1, InputHeight - 0.5), QPointF(width() - 1, InputHeight - 0.5));
    const QRectF hint(20, height() - HintHeight, width() - 40, HintHeight);
    painter.drawLine(QPointF(1, hint.top() + 0.5), QPointF(width() - 1, hint.top() + 0.5));
    painter.setFont(m_look.sans(12));
    painter.setPen(theme.textFaint);
    painter.drawText(hint, Qt::AlignVCenter,
                     m_several ? tr("Enter use the checked ones   Space check   Esc cancel")
                               : tr("Enter use this one   Space check several   Esc cancel"));
    if (m_note.isEmpty())
        return;
    painter.setPen(theme.warn);
    painter.drawText(QRectF(20, hint.top() - 46, width() - 40, 42),
                     Qt::AlignVCenter | Qt::TextWordWrap, m_note);
}

} // namespace workspace
