// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/yamlcontent.h"

#include "kube/access/maskedsecret.h"
#include "kube/api/apiclient.h"
#include "kube/watch/resourcecache.h"
#include "workspace/look/look.h"
#include "workspace/manifest/manifestcontent.h"
#include "workspace/secret/secreteditor.h"
#include "workspace/textview/messagepaint.h"
#include "workspace/yaml/watchstatus.h"
#include "workspace/yaml/yamlhighlighting.h"
#include "workspace/yaml/yamltext.h"

#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal LeastLeft = 12; // beside the buttons

YamlContent::YamlContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                         const ObjectId &id, YamlHighlighting &highlighting, Look &look,
                         QObject *parent)
    : WindowContent(parent)
    , m_id(id)
    , m_highlighting(highlighting)
    , m_look(look)
    , m_watch(cache, resource, id.nameSpace, id.name)
    , m_pane(look)
    , m_client(cache.client())
    , m_ref{resource.gvr(), resource.namespaced ? id.nameSpace : QString(), id.name}
    , m_values(m_client, m_ref)
{
    connect(&m_values, &RevealedSecret::changed, this, [this] {
        if (!m_values.problem().isEmpty())
            m_revealed.clear();
        refresh();
    });
    m_pane.setLineNumbers(true);
    m_pane.setRoomAbove(32); // the buttons
    connect(&m_watch, &ObjectWatch::changed, this, &YamlContent::refresh);
    connect(&m_pane, &TextPane::updated, this, &WindowContent::updated);
    connect(&m_pane, &TextPane::actionActivated, this, &YamlContent::act);
    m_watch.start();
}

YamlContent::~YamlContent()
{
    delete m_editor.data();
    delete m_decoded.data();
}

void YamlContent::setEditable(std::function<ManifestEditor *()> make)
{
    m_makeEditor = std::move(make);
}

void YamlContent::edit()
{
    if (m_editor || m_decoded || !m_makeEditor || m_watch.object().isEmpty())
        return;
    if (kube::isMasked(m_watch.object())) { // it would be emptied
        m_editRefused = true;
        return refresh();
    }
    m_editor = m_makeEditor();
    m_editor->resize(m_size.isEmpty() ? QSize(900, 600) : m_size.toSize());
    m_editor->editObject(m_watch.object());
    connect(m_editor, &ManifestEditor::hidden, this, &WindowContent::updated);
    connect(m_editor, &ManifestEditor::statusChanged, this, &WindowContent::statusChanged);
    connect(m_editor, &ManifestEditor::closeRequested, this, [this] {
        m_editor->deleteLater();
        m_editor = nullptr;
        refresh();
    });
    refresh();
}

QVariant YamlContent::draft() const
{
    if (m_editor && m_editor->isModified())
        return QVariant::fromValue(m_editor->draft());
    if (m_decoded && m_decoded->isModified())
        return QVariant::fromValue(m_decoded->draft());
    return m_draft;
}

void YamlContent::setDraft(const QVariant &draft)
{
    m_draft = draft;
    refresh();
}

void YamlContent::setDecodable(std::function<SecretEditor *()> make)
{
    m_makeDecoded = std::move(make);
}

void YamlContent::decode()
{
    if (m_editor || m_decoded || !m_makeDecoded || m_watch.object().isEmpty())
        return;
    m_decoded = m_makeDecoded();
    m_decoded->resize(m_size.isEmpty() ? QSize(900, 600) : m_size.toSize());
    m_decoded->setObject(m_watch.object());
    connect(m_decoded, &SecretEditor::hidden, this, &WindowContent::updated);
    connect(m_decoded, &SecretEditor::closeRequested, this, [this] {
        m_decoded->deleteLater();
        m_decoded = nullptr;
        refresh();
    });
    refresh();
}

void YamlContent::readManagedFields()
{
    m_client.get(m_ref).then(this, [this](const kube::Result<QJsonObject> &answer) {
        if (answer)
            m_managedFields = (*answer)["metadata"_L1]["managedFields"_L1];
        refresh();
    });
}

/// A line for each sentence: a window may be narrow.
static QStringList commentOf(const QString &note)
{
    QStringList lines;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, note);
    for (qsizetype start = 0, end = 0; (end = finder.toNextBoundary()) > 0; start = end)
        lines.append(u"# "_s + note.sliced(start, end - start).trimmed());
    return lines;
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

/// Opens what was being typed into, as soon as there is something to open.
void YamlContent::goOn()
{
    if (m_watch.object().isEmpty())
        return;
    if (m_draft.canConvert<SecretDraft>() && m_makeDecoded) {
        const auto draft = std::exchange(m_draft, {}).value<SecretDraft>();
        decode();
        if (m_decoded)
            m_decoded->restore(draft);
    } else if (m_draft.canConvert<ManifestDraft>() && m_makeEditor) {
        const auto draft = std::exchange(m_draft, {}).value<ManifestDraft>();
        edit();
        if (m_editor)
            m_editor->restore(draft);
    }
}

void YamlContent::refresh()
{
    goOn();
    if (m_editor && !m_watch.object().isEmpty())
        m_editor->setUnderneath(m_watch.object());
    if (m_decoded && !m_watch.object().isEmpty())
        m_decoded->setObject(m_watch.object());
    if (!m_watch.object().isEmpty()) {
        if (!m_revealed.isEmpty() && m_values.isNeededFor(m_watch.object()))
            m_values.ask();
        auto object = m_values.with(m_watch.object());
        if (!m_showsStatus)
            object.remove("status"_L1);
        if (m_showsManagedFields) {
            auto meta = object["metadata"_L1].toObject();
            meta["managedFields"_L1] = m_managedFields;
            object["metadata"_L1] = meta;
        }
        const bool isMissing = m_values.isNeededFor(m_watch.object());
        auto yaml = toYaml(object,
                           {.managedFields = m_showsManagedFields,
                            .revealed = isMissing ? QSet<QString>() : m_revealed});
        const auto note = commentOf(maskNote());
        yaml.lines = note + yaml.lines;
        for (auto &secret : yaml.secrets)
            secret.line += int(note.size());
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
    m_editRefused = false;
    if (!m_revealed.remove(key))
        m_revealed.insert(key);
    if (m_revealed.isEmpty())
        m_values.forget();
    refresh();
}

/// What there is to say of a Secret whose values a relay leaves out; empty of all else.
QString YamlContent::maskNote() const
{
    if (!kube::isMasked(m_watch.object()))
        return {};
    if (m_editRefused)
        return tr("This Secret came without its values, so its YAML cannot be edited. Decode (d) "
                  "changes one value at a time.");
    if (m_values.isAsking())
        return tr("The relay is asked for the values…");
    if (!m_values.problem().isEmpty())
        return m_values.problem();
    return tr("The relay leaves the values out. Click one to ask for them; that is written down.");
}

void YamlContent::setSize(QSizeF size)
{
    m_size = size;
    m_pane.setSize(size);
    if (m_editor && !m_editor->isVisible())
        m_editor->resize((size * m_editor->zoom()).toSize());
    if (m_decoded && !m_decoded->isVisible())
        m_decoded->resize((size * m_decoded->zoom()).toSize());
}

void YamlContent::paint(QPainter &painter, bool focused)
{
    if (m_editor)
        return paintWidget(*m_editor, painter, m_size);
    if (m_decoded)
        return paintWidget(*m_decoded, painter, m_size);
    if (m_watch.object().isEmpty())
        return paintMessage(painter, QRectF({}, m_size), m_look, messageOf(m_watch, m_id));
    m_pane.paint(painter, focused);
    paintButtons(painter);
}

static QString labelOf(YamlContent::Button button)
{
    switch (button) {
    case YamlContent::Button::Edit: return YamlContent::tr("Edit");
    case YamlContent::Button::Decode: return YamlContent::tr("Decode");
    case YamlContent::Button::Status: return YamlContent::tr("Status");
    case YamlContent::Button::ManagedFields: return YamlContent::tr("Managed fields");
    }
    Q_UNREACHABLE_RETURN({});
}

/// From the right; those that do not fit are left out, their keys work all the same.
std::vector<std::pair<YamlContent::Button, QRectF>> YamlContent::buttons() const
{
    std::vector<std::pair<Button, QRectF>> shown;
    if (m_editor || m_decoded || m_pane.isFindOpen())
        return shown;
    const QFontMetricsF metrics(m_look.sans(12, QFont::DemiBold));
    qreal right = m_size.width() - 20;
    for (const auto button :
         {Button::Edit, Button::Decode, Button::Status, Button::ManagedFields}) {
        const bool missing = (button == Button::Edit
                              && (!m_makeEditor || m_watch.state() == ObjectWatch::State::Deleted))
            || (button == Button::Decode && !m_makeDecoded)
            || (button == Button::Status && !m_watch.object().contains("status"_L1));
        const qreal wide = metrics.horizontalAdvance(labelOf(button)) + 24;
        if (missing || right - wide < LeastLeft)
            continue;
        shown.emplace_back(button, QRectF(right - wide, 10, wide, 26));
        right -= wide + 8;
    }
    return shown;
}

QRectF YamlContent::buttonRect(Button button) const
{
    for (const auto &[shown, rect] : buttons()) {
        if (shown == button)
            return rect;
    }
    return {};
}

std::optional<YamlContent::Button> YamlContent::buttonAt(QPointF position) const
{
    for (const auto &[button, rect] : buttons()) {
        if (rect.contains(position))
            return button;
    }
    return {};
}

static constexpr qreal FadeWidth = 32;
static constexpr qreal ScrollBarRoom = 12; ///< of the text's

void YamlContent::paintButtons(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const auto shown = buttons();
    if (shown.empty())
        return;
    // Text that reaches under them fades out before it touches them.
    const QRectF ground(shown.back().second.left() - FadeWidth, 4,
                        m_size.width() - ScrollBarRoom - shown.back().second.left() + FadeWidth,
                        38);
    QLinearGradient fade(ground.topLeft(), ground.topLeft() + QPointF(FadeWidth, 0));
    auto clear = theme.panel;
    clear.setAlpha(0);
    fade.setColorAt(0, clear);
    fade.setColorAt(0.6, theme.panel);
    painter.fillRect(ground, fade);
    painter.setFont(m_look.sans(12, QFont::DemiBold));
    for (const auto &[button, rect] : shown) {
        const bool isOn = (button == Button::Status && m_showsStatus)
            || (button == Button::ManagedFields && m_showsManagedFields);
        const bool strong = isOn || m_hovered == button;
        painter.setPen(strong ? theme.accent : theme.border);
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(rect, Look::RadiusSmall, Look::RadiusSmall);
        if (isOn) // not by its colour alone
            painter.fillRect(QRectF(rect.left() + 8, rect.bottom() - 4, rect.width() - 16, 2),
                             theme.accent);
        painter.setPen(strong ? theme.accent : theme.text);
        painter.drawText(rect, Qt::AlignCenter, labelOf(button));
    }
}

/// Whether there is such a thing to do.
bool YamlContent::press(Button button)
{
    switch (button) {
    case Button::Edit: edit(); return bool(m_makeEditor);
    case Button::Decode: decode(); return bool(m_makeDecoded);
    case Button::Status: m_showsStatus = !m_showsStatus; break;
    case Button::ManagedFields:
        m_showsManagedFields = !m_showsManagedFields;
        if (m_showsManagedFields)
            readManagedFields();
        break;
    }
    refresh();
    return true;
}

static std::optional<YamlContent::Button> buttonOf(int key)
{
    using Button = YamlContent::Button;
    switch (key) {
    case Qt::Key_E: return Button::Edit;
    case Qt::Key_D: return Button::Decode;
    case Qt::Key_S: return Button::Status;
    case Qt::Key_M: return Button::ManagedFields;
    default: return {};
    }
}

bool YamlContent::handleInput(QEvent &event)
{
    if (m_editor || m_decoded || m_watch.object().isEmpty())
        return false;
    if (event.type() == QEvent::HoverMove || event.type() == QEvent::HoverLeave) {
        const bool moves = event.type() == QEvent::HoverMove;
        const auto at = moves ? static_cast<QHoverEvent &>(event).position() : QPointF(-1, -1);
        const auto over = buttonAt(at);
        if (std::exchange(m_hovered, over) != over)
            Q_EMIT updated();
    }
    if (event.type() == QEvent::MouseButtonPress) {
        if (const auto button = buttonAt(static_cast<QMouseEvent &>(event).position()))
            return press(*button);
    }
    if (m_pane.handleInput(event))
        return true;
    if (event.type() != QEvent::KeyPress)
        return false;
    const auto &pressed = static_cast<QKeyEvent &>(event);
    const auto button =
        pressed.modifiers() == Qt::NoModifier ? buttonOf(pressed.key()) : std::nullopt;
    return button && press(*button);
}

Qt::CursorShape YamlContent::cursorAt(QPointF position) const
{
    if (m_watch.object().isEmpty())
        return Qt::ArrowCursor;
    return buttonAt(position) ? Qt::PointingHandCursor : m_pane.cursorAt(position);
}

WindowContent::Freshness YamlContent::freshness() const
{
    return freshnessOf(m_watch);
}

QDateTime YamlContent::lastHeard() const
{
    return m_watch.lastHeard();
}

QString YamlContent::statusText() const
{
    if (m_editor && m_editor->isModified())
        return tr("Not applied");
    return statusOf(m_watch);
}

ManifestEditor *YamlContent::editor() const
{
    return m_editor;
}

SecretEditor *YamlContent::decoded() const
{
    return m_decoded;
}

bool YamlContent::takesAllKeys() const
{
    return m_editor || m_decoded;
}

QWidget *YamlContent::liveWidget()
{
    if (m_decoded)
        return m_decoded;
    return m_editor;
}

void YamlContent::setLiveZoom(qreal zoom)
{
    if (m_editor && !qFuzzyCompare(zoom, m_editor->zoom()))
        m_editor->setZoom(zoom);
    if (m_decoded && !qFuzzyCompare(zoom, m_decoded->zoom()))
        m_decoded->setZoom(zoom);
}

QString YamlContent::accessibleText() const
{
    return tr("YAML of %1 %2, %n lines", nullptr, int(m_pane.document().lines.size()))
        .arg(m_id.kind, m_id.name);
}

} // namespace workspace
