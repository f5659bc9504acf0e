// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apply/objectapply.h"
#include "workspace/manifest/manifestbar.h"
#include "workspace/secret/revealedsecret.h"
#include "workspace/secret/secretclipboard.h"
#include "workspace/secret/secretvalue.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace workspace {

class Journal;

/// A value that was typed and not sent: of one key, in clear.
struct SecretDraft
{
    QString key = {};
    QString text = {};
    QJsonObject base = {}; ///< the Secret as it was when the edit began
};

/// The values of a Secret in clear, one at a time: what they are (text, JSON, certificates with
/// their expiry, so many bytes), shown when asked for, copied for 45 s, edited and encoded again.
/// Saving asks the cluster first, then the person, naming cluster and object; a value of another
/// manager is taken over only when they say so.
///
/// Where a relay leaves the values out, they are asked for when they are wanted, and forgotten when
/// they are hidden.
///
/// A live widget, GUI thread. Values stay in memory and are hidden again with the widget.
class SecretEditor final : public QWidget
{
    Q_OBJECT

public:
    /// `client`, `journal` and `look` are borrowed and must outlive the editor.
    SecretEditor(kube::ApiClient &client, const kube::ApiResource &resource, const QString &context,
                 Journal &journal, Look &look, QWidget *parent = nullptr);
    ~SecretEditor() override;

    /// The Secret as it is now. What was typed stays.
    void setObject(const QJsonObject &object);
    void showKey(const QString &key);
    QString key() const;
    void reveal(bool shown);
    bool isRevealed() const { return m_revealed; }
    void copy();
    void save(); ///< checks, then asks
    void leave(); ///< asks when something was typed
    bool isModified() const;

    SecretDraft draft() const;
    /// Goes on with what was typed elsewhere; not when the Secret then had no such key.
    void restore(const SecretDraft &draft);

    QPlainTextEdit &text() { return *m_text; }
    QListWidget &keys() { return *m_keys; }
    ManifestBar &bar() { return *m_bar; }
    QString summary() const;
    qreal zoom() const { return m_zoom; }
    void setZoom(qreal zoom);

Q_SIGNALS:
    void closeRequested();
    void saved();
    void hidden(); ///< the picture is out of date

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Ask { Nothing, Save, TakeOver, GiveUp };

    void act(const QString &id);
    void listKeys();
    bool asksFirst(void (SecretEditor::*then)());
    void takeValues();
    void forgetValues();
    void revealNow();
    void showValue();
    void send(bool dryRun);
    void take(const kube::ApplyAnswer &answer, bool dryRun);
    void updateBar();
    void applyLook();

    kube::ApiClient &m_client;
    kube::ApiResource m_resource;
    QString m_context;
    Journal &m_journal;
    Look &m_look;
    SecretClipboard m_clipboard;
    QListWidget *m_keys;
    QLabel *m_summary;
    QPlainTextEdit *m_text;
    ManifestBar *m_bar;
    QJsonObject m_object; ///< as in the cluster
    QJsonObject m_told; ///< the same as setObject() had it, perhaps without values
    std::unique_ptr<RevealedSecret> m_values; ///< null: the Secret is not known
    void (SecretEditor::*m_then)() = nullptr; ///< what was wanted when its values were asked for
    SecretValue m_value; ///< of the key that is shown
    QString m_message;
    QStringList m_takeOver;
    std::vector<kube::FieldConflict> m_conflicts;
    Ask m_ask = Ask::Nothing;
    qreal m_zoom = 1;
    bool m_revealed = false;
    bool m_working = false;
};

} // namespace workspace

Q_DECLARE_METATYPE(workspace::SecretDraft)
