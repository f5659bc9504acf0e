// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/manifestcontent.h"

#include "workspace/editor/codeeditor.h"
#include "workspace/look/look.h"
#include "workspace/manifest/manifesttemplates.h"

#include <QFile>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal RowHeight = 34;
static constexpr qreal Top = 56;

void paintWidget(QWidget &widget, QPainter &painter, QSizeF size)
{
    if (widget.width() == 0 || widget.height() == 0)
        return;
    painter.save();
    painter.setClipRect(QRectF({}, size), Qt::IntersectClip);
    painter.scale(size.width() / widget.width(), size.height() / widget.height());
    widget.render(&painter, {}, {}, QWidget::DrawChildren | QWidget::DrawWindowBackground);
    painter.restore();
}

ManifestContent::ManifestContent(const ManifestTarget &target, YamlHighlighting &highlighting,
                                 Look &look, QObject *parent)
    : WindowContent(parent)
    , m_target(target)
    , m_highlighting(highlighting)
    , m_look(look)
{
}

ManifestContent::~ManifestContent()
{
    delete m_editor.data();
}

void ManifestContent::makeEditor()
{
    m_editor = new ManifestEditor(m_target, m_highlighting, m_look);
    m_editor->resize(m_size.isEmpty() ? QSize(900, 600) : m_size.toSize());
    connect(m_editor, &ManifestEditor::hidden, this, &WindowContent::updated);
    connect(m_editor, &ManifestEditor::statusChanged, this, &WindowContent::statusChanged);
    connect(m_editor, &ManifestEditor::closeRequested, this, [this] {
        m_editor->deleteLater(); // back to the templates; the window is the canvas's to close
        m_editor = nullptr;
        Q_EMIT updated();
    });
    connect(m_editor, &ManifestEditor::filesDropped, this, [this](const QList<QUrl> &files) {
        if (m_editor->isModified())
            return m_editor->editor().notify(
                tr("Apply or close this text first, then drop the file again."));
        m_problem = openFile(files.value(0).toLocalFile());
        if (!m_problem.isEmpty())
            m_editor->editor().notify(m_problem);
    });
}

void ManifestContent::open(const QString &text)
{
    if (!m_editor)
        makeEditor();
    m_editor->editText(text);
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

QVariant ManifestContent::draft() const
{
    return m_editor && m_editor->isModified() ? QVariant::fromValue(m_editor->draft()) : QVariant();
}

void ManifestContent::setDraft(const QVariant &draft)
{
    if (!m_editor)
        makeEditor();
    m_editor->restore(draft.value<ManifestDraft>());
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

QString ManifestContent::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("%1 cannot be read: %2.").arg(path, file.errorString());
    if (file.size() > kube::ManifestFileLimit)
        return tr("%1 is larger than 64 MiB: split it.").arg(path);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file.readAll());
    if (decoder.hasError())
        return tr("%1 is no UTF-8 text.").arg(path);
    open(text);
    return {};
}

QRectF ManifestContent::choiceRect(int index) const
{
    return {16, Top + index * RowHeight, qMin(m_size.width() - 32, 360.0), RowHeight - 6};
}

int ManifestContent::choiceAt(QPointF position) const
{
    const int count = int(manifestTemplates().size()) + 1;
    for (int i = 0; i < count; ++i) {
        if (choiceRect(i).contains(position))
            return i;
    }
    return -1;
}

void ManifestContent::choose(int index)
{
    const auto kinds = manifestTemplates();
    if (index < kinds.size()) {
        const auto *cron = m_target.resources.findKind(u"batch/v1"_s, u"CronJob"_s);
        const bool stable = !cron || cron->version == "v1"_L1;
        return open(manifestTemplate(kinds[index], m_target.nameSpace, stable));
    }
    auto *dialog = new QFileDialog(nullptr, tr("Open a manifest"), {},
                                   tr("Manifests (*.yaml *.yml *.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_problem = openFile(path);
        Q_EMIT updated();
    });
    dialog->open();
}

void ManifestContent::setSize(QSizeF size)
{
    m_size = size;
    if (m_editor && !m_editor->isVisible())
        m_editor->resize((size * m_editor->zoom()).toSize());
    Q_EMIT updated();
}

void ManifestContent::paint(QPainter &painter, bool focused)
{
    const auto &theme = m_look.theme();
    painter.fillRect(QRectF({}, m_size), theme.panel);
    if (m_editor)
        return paintWidget(*m_editor, painter, m_size);
    painter.setFont(m_look.sans(13));
    painter.setPen(m_problem.isEmpty() ? theme.textDim : theme.error);
    painter.drawText(
        QRectF(16, 12, m_size.width() - 32, Top - 16), Qt::AlignVCenter | Qt::TextWordWrap,
        m_problem.isEmpty()
            ? tr("Create in %1 from a template, or drop a YAML file here.").arg(m_target.context)
            : m_problem);
    auto choices = manifestTemplates();
    choices.append(tr("A file…"));
    for (int i = 0; i < choices.size(); ++i) {
        const auto rect = choiceRect(i);
        const bool current = focused && i == m_current;
        painter.setPen(current ? theme.accent : theme.border);
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(rect, Look::RadiusSmall, Look::RadiusSmall);
        painter.setPen(theme.text);
        painter.drawText(rect.adjusted(12, 0, -12, 0), Qt::AlignVCenter, choices[i]);
    }
}

bool ManifestContent::handleInput(QEvent &event)
{
    if (m_editor)
        return false;
    const int count = int(manifestTemplates().size()) + 1;
    if (event.type() == QEvent::MouseButtonPress) {
        const int index = choiceAt(static_cast<QMouseEvent &>(event).position());
        if (index >= 0)
            choose(index);
        return index >= 0;
    }
    if (event.type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent &>(event).key()) {
    case Qt::Key_Down: m_current = (m_current + 1) % count; break;
    case Qt::Key_Up: m_current = (m_current + count - 1) % count; break;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_current); break;
    default: return false;
    }
    Q_EMIT updated();
    return true;
}

Qt::CursorShape ManifestContent::cursorAt(QPointF position) const
{
    return !m_editor && choiceAt(position) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

QString ManifestContent::statusText() const
{
    return m_editor && m_editor->isModified() ? tr("Not applied") : QString();
}

QString ManifestContent::accessibleText() const
{
    return m_editor
        ? tr("Editor of manifests for %1").arg(m_target.context)
        : tr("Create from YAML in %1: %2").arg(m_target.context, manifestTemplates().join(u", "_s));
}

QWidget *ManifestContent::liveWidget()
{
    return m_editor;
}

void ManifestContent::setLiveZoom(qreal zoom)
{
    if (m_editor && !qFuzzyCompare(zoom, m_editor->zoom()))
        m_editor->setZoom(zoom);
}

} // namespace workspace
