// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/secret/secreteditor.h"

#include "kube/access/maskedsecret.h"
#include "kube/apply/objecttrim.h"
#include "workspace/errortext.h"
#include "workspace/look/look.h"
#include "workspace/manifest/applyjournal.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextDocumentFragment>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

using Tone = ManifestBar::Tone;

namespace {

/// What leaves it by selection or clipboard is lent like any other secret.
class SecretText final : public QPlainTextEdit
{
public:
    SecretText(SecretClipboard &clipboard, QWidget *parent)
        : QPlainTextEdit(parent)
        , m_clipboard(clipboard)
    {
        setContextMenuPolicy(Qt::NoContextMenu); // its Copy would go past the clipboard's keeper
    }

protected:
    QMimeData *createMimeDataFromSelection() const override
    {
        return SecretClipboard::marked(textCursor().selection().toPlainText());
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        const bool cuts = event->matches(QKeySequence::Cut);
        if (!cuts && !event->matches(QKeySequence::Copy))
            return QPlainTextEdit::keyPressEvent(event);
        if (textCursor().hasSelection())
            m_clipboard.copy(textCursor().selection().toPlainText());
        if (cuts && !isReadOnly())
            textCursor().removeSelectedText();
    }

private:
    SecretClipboard &m_clipboard;
};

} // namespace

SecretEditor::SecretEditor(kube::ApiClient &client, const kube::ApiResource &resource,
                           const QString &context, Journal &journal, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_resource(resource)
    , m_context(context)
    , m_journal(journal)
    , m_look(look)
    , m_keys(new QListWidget(this))
    , m_summary(new QLabel(this))
    , m_text(new SecretText(m_clipboard, this))
    , m_bar(new ManifestBar(look, this))
{
    setAttribute(Qt::WA_StyledBackground);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    auto *right = new QVBoxLayout;
    right->addWidget(m_summary);
    right->addWidget(m_text, 1);
    auto *both = new QHBoxLayout;
    both->addWidget(m_keys, 1);
    both->addLayout(right, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(both, 1);
    layout->addWidget(m_bar);
    connect(m_keys, &QListWidget::currentRowChanged, this, [this] {
        m_revealed = false;
        showValue();
    });
    connect(m_text->document(), &QTextDocument::modificationChanged, this,
            &SecretEditor::updateBar);
    connect(m_bar, &ManifestBar::activated, this, &SecretEditor::act);
    connect(&m_look, &Look::changed, this, &SecretEditor::applyLook);
    applyLook();
    showValue();
}

SecretEditor::~SecretEditor()
{
    m_keys->disconnect(this);
    m_text->document()->disconnect(this);
    delete m_text; // it uses the clipboard's keeper
}

void SecretEditor::setObject(const QJsonObject &object)
{
    m_told = object;
    if (!m_values) {
        const auto meta = object["metadata"_L1];
        m_values = std::make_unique<RevealedSecret>(m_client,
                                                    kube::ObjectRef{m_resource.gvr(),
                                                                    meta["namespace"_L1].toString(),
                                                                    meta["name"_L1].toString()});
        connect(m_values.get(), &RevealedSecret::changed, this, &SecretEditor::takeValues);
    }
    const auto known = m_values->with(object);
    if (isModified()) {
        if (known["data"_L1] != m_object["data"_L1])
            m_message = tr("The Secret has changed in the cluster. What you typed is kept.");
        return updateBar(); // the base of the edit stays what it was
    }
    const bool same = m_object["data"_L1] == known["data"_L1];
    m_object = known;
    if (!same || m_keys->count() != known["data"_L1].toObject().size())
        listKeys();
}

/// Whether the values have to come from the relay before `then` can be done, which follows.
bool SecretEditor::asksFirst(void (SecretEditor::*then)())
{
    if (!m_values || !kube::isMasked(m_object))
        return false;
    m_then = then;
    m_message = tr("The relay is asked for the values…");
    m_values->ask();
    updateBar();
    return true;
}

void SecretEditor::takeValues()
{
    const auto then = std::exchange(m_then, nullptr);
    m_message = m_values->problem();
    if (isModified() || !m_message.isEmpty())
        return updateBar();
    m_object = m_values->object();
    listKeys();
    if (then)
        (this->*then)();
}

void SecretEditor::forgetValues()
{
    m_then = nullptr;
    if (!kube::isMasked(m_told))
        return;
    m_values->forget();
    m_object = m_told;
}

void SecretEditor::listKeys()
{
    const auto keys = m_object["data"_L1].toObject().keys();
    const auto shown = key();
    m_keys->clear();
    m_keys->addItems(keys);
    m_keys->setCurrentRow(qMax(0, int(keys.indexOf(shown))));
}

SecretDraft SecretEditor::draft() const
{
    return {key(), m_text->toPlainText(), m_object};
}

void SecretEditor::restore(const SecretDraft &draft)
{
    if (!draft.base["data"_L1].toObject().contains(draft.key))
        return;
    const auto now = std::exchange(m_object, draft.base);
    listKeys();
    showKey(draft.key);
    m_revealed = true;
    showValue();
    auto cursor = m_text->textCursor();
    cursor.select(QTextCursor::Document);
    cursor.insertText(draft.text); // can be undone, and is a change
    setObject(now); // says what has become of the Secret since
}

QString SecretEditor::key() const
{
    const auto *item = m_keys->currentItem();
    return item ? item->text() : QString();
}

void SecretEditor::showKey(const QString &key)
{
    const auto found = m_keys->findItems(key, Qt::MatchExactly);
    if (!found.isEmpty() && !isModified())
        m_keys->setCurrentItem(found.first());
}

bool SecretEditor::isModified() const
{
    return m_text->document()->isModified();
}

void SecretEditor::reveal(bool shown)
{
    if (isModified())
        return;
    if (shown && asksFirst(&SecretEditor::revealNow))
        return;
    m_revealed = shown;
    if (!shown)
        forgetValues();
    showValue();
}

void SecretEditor::revealNow()
{
    reveal(true);
}

void SecretEditor::showValue()
{
    m_value = key().isEmpty()
        ? SecretValue()
        : secretValueOf(m_object["data"_L1][key()].toString(), QDateTime::currentDateTimeUtc());
    QStringList lines{key().isEmpty() ? tr("This Secret is empty.") : secretKindText(m_value)};
    if (kube::isMasked(m_object) && !key().isEmpty())
        lines = QStringList{tr("The relay leaves the value out. Reveal asks for it; that is "
                               "written down.")};
    lines += m_value.summary;
    if (!m_value.isEditable)
        lines += tr("It has line ends or spaces that an editor would change: it can be seen and "
                    "copied here, and changed in YAML.");
    else if (m_value.kind == SecretValue::Kind::Json)
        lines += tr("Shown indented; what is changed is saved as it stands here.");
    m_summary->setText(lines.join(u'\n'));
    const bool hasText = !key().isEmpty() && m_value.kind != SecretValue::Kind::Binary
        && m_value.kind != SecretValue::Kind::NotBase64;
    const bool readable = m_revealed && hasText;
    m_text->setPlainText(readable ? m_value.text : hasText ? u"••••••••"_s : QString());
    m_text->setReadOnly(!readable || !m_value.isEditable);
    m_text->document()->clearUndoRedoStacks();
    m_text->document()->setModified(false);
    m_keys->setEnabled(true);
    m_ask = Ask::Nothing;
    m_takeOver.clear();
    m_message.clear();
    updateBar();
}

QString SecretEditor::summary() const
{
    return m_summary->text();
}

void SecretEditor::copy()
{
    if (asksFirst(&SecretEditor::copy))
        return;
    const auto base64 = m_object["data"_L1][key()].toString();
    const bool asText =
        m_value.kind != SecretValue::Kind::Binary && m_value.kind != SecretValue::Kind::NotBase64;
    // Of JSON the value itself, not our indented form of it.
    m_clipboard.copy(asText ? QString::fromUtf8(QByteArray::fromBase64(base64.toLatin1()))
                            : base64);
    m_message = asText ? tr("Copied; the clipboard is cleared in 45 seconds.")
                       : tr("Copied in base64; the clipboard is cleared in 45 seconds.");
    updateBar();
}

void SecretEditor::save()
{
    if (isModified() && !m_working)
        send(true);
}

void SecretEditor::send(bool dryRun)
{
    auto wanted = m_object;
    auto values = wanted["data"_L1].toObject();
    values[key()] = encodedSecret(m_text->toPlainText());
    wanted["data"_L1] = values;
    m_working = true;
    m_ask = Ask::Nothing;
    updateBar();
    kube::applyObject(m_client,
                      {.resource = m_resource,
                       .nameSpace = m_object["metadata"_L1]["namespace"_L1].toString(),
                       .object = wanted,
                       .base = m_object,
                       .dryRun = dryRun,
                       .takeOver = m_takeOver})
        .then(this, [this, dryRun](const kube::ApplyAnswer &answer) {
            m_working = false;
            take(answer, dryRun);
            updateBar();
        });
}

void SecretEditor::take(const kube::ApplyAnswer &answer, bool dryRun)
{
    using Outcome = kube::ApplyAnswer::Outcome;
    const auto meta = m_object["metadata"_L1];
    if (!dryRun && answer.outcome != Outcome::Conflicted)
        noteSecretEdit(m_journal, m_context, meta["namespace"_L1].toString(),
                       meta["name"_L1].toString(), answer.error);
    switch (answer.outcome) {
    case Outcome::Refused: m_message = answer.error ? errorText(*answer.error) : QString(); return;
    case Outcome::Conflicted:
        m_conflicts = answer.conflicts;
        m_ask = Ask::TakeOver;
        return;
    case Outcome::Created:
    case Outcome::Changed:
    case Outcome::Unchanged: break;
    }
    if (dryRun) {
        m_ask = Ask::Save;
        return;
    }
    m_text->document()->setModified(false);
    m_object = answer.after;
    if (kube::isMasked(m_object)) { // so does the relay answer; what was shown is hidden
        m_told = m_object;
        m_revealed = false;
        forgetValues();
    }
    showValue();
    m_message = tr("Saved.");
    Q_EMIT saved();
}

void SecretEditor::act(const QString &id)
{
    if (id == "reveal"_L1)
        reveal(!m_revealed);
    else if (id == "copy"_L1)
        copy();
    else if (id == "save"_L1)
        save();
    else if (id == "confirm"_L1)
        send(false);
    else if (id == "take-over"_L1) {
        for (const auto &conflict : m_conflicts)
            m_takeOver.append(conflict.field);
        send(true);
    } else if (id == "back"_L1) {
        m_ask = Ask::Nothing;
        updateBar();
    } else if (id == "discard"_L1)
        showValue();
    else if (id == "close"_L1)
        leave();
    else if (id == "give-up"_L1)
        Q_EMIT closeRequested();
}

void SecretEditor::leave()
{
    if (!isModified()) {
        Q_EMIT closeRequested();
        return;
    }
    m_ask = Ask::GiveUp;
    updateBar();
}

void SecretEditor::updateBar()
{
    m_keys->setEnabled(!isModified());
    const auto meta = m_object["metadata"_L1];
    const QString name = meta["namespace"_L1].toString() + u'/' + meta["name"_L1].toString();
    if (m_working)
        return m_bar->show(tr("The cluster is asked…"), Tone::Plain, {});
    switch (m_ask) {
    case Ask::Save:
        return m_bar->show(
            tr("Change the key “%1” of the Secret %2 in %3?").arg(key(), name, m_context),
            Tone::Warning, {{u"back"_s, tr("Back")}, {u"confirm"_s, tr("Change it"), true}});
    case Ask::TakeOver: {
        QStringList owners;
        for (const auto &conflict : m_conflicts)
            owners.append(conflict.manager);
        owners.removeDuplicates();
        return m_bar->show(tr("The key “%1” belongs to %2, which may set it back. Take it over?")
                               .arg(key(), owners.join(u", "_s)),
                           Tone::Warning,
                           {{u"back"_s, tr("Back")}, {u"take-over"_s, tr("Take over")}});
    }
    case Ask::GiveUp:
        return m_bar->show(tr("Give up what you typed?"), Tone::Warning,
                           {{u"back"_s, tr("Keep editing"), true}, {u"give-up"_s, tr("Give up")}});
    case Ask::Nothing: break;
    }
    if (isModified())
        return m_bar->show(m_message, Tone::Warning,
                           {{u"discard"_s, tr("Discard")}, {u"save"_s, tr("Save…"), true}});
    const bool any = !key().isEmpty();
    m_bar->show(m_message.isEmpty() ? tr("Secret %1 in %2").arg(name, m_context) : m_message,
                m_value.isExpired ? Tone::Warning : Tone::Plain,
                {{u"reveal"_s, m_revealed ? tr("Hide") : tr("Reveal"), false, any},
                 {u"copy"_s, tr("Copy"), false, any},
                 {u"close"_s, tr("Close")}});
}

void SecretEditor::setZoom(qreal zoom)
{
    m_zoom = zoom;
    m_bar->setZoom(zoom);
    applyLook();
}

void SecretEditor::applyLook()
{
    const auto &theme = m_look.theme();
    m_keys->setFont(m_look.mono(12 * m_zoom));
    m_summary->setFont(m_look.sans(12 * m_zoom));
    m_text->setFont(m_look.mono(12.5 * m_zoom));
    setStyleSheet(u"workspace--SecretEditor { background: %1; }"
                  "QListWidget { background: %2; color: %3; border: 0; }"
                  "QListWidget::item { padding: %4px; }"
                  "QListWidget::item:selected { background: %5; color: %3; }"
                  "QPlainTextEdit { background: %1; color: %3; border: 0; }"
                  "QLabel { color: %6; padding: %4px; }"_s.arg(
                      theme.panel.name(), theme.raised.name(), theme.text.name(),
                      QString::number(int(6 * m_zoom)),
                      blended(theme.raised, theme.selection).name(), theme.textDim.name()));
}

void SecretEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        act(m_ask == Ask::Nothing ? u"close"_s : u"back"_s);
    else if (event->key() == Qt::Key_S && event->modifiers() & Qt::ControlModifier)
        save();
    event->accept(); // the canvas has its own use for keys
}

void SecretEditor::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    reveal(false); // its picture would go on showing it
    Q_EMIT hidden();
}

} // namespace workspace
