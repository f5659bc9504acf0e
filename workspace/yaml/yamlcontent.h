// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/secret/revealedsecret.h"
#include "workspace/textview/textpane.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yaml/objectwatch.h"

#include <QPointer>
#include <QSet>

#include <functional>

namespace workspace {

class Look;
class ManifestEditor;
class SecretEditor;
class YamlHighlighting;

/// One object as live YAML. A Secret's values are masked until they are clicked; what was shown is
/// forgotten with the window. `e` or the button turns the window into an editor (a live widget);
/// `s` and `m` show and hide the status and the managed fields; `d` shows a Secret decoded.
class YamlContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache`, `highlighting` and `look` are borrowed and must outlive the content. `resource` is
    /// the discovery entry of the object's kind.
    YamlContent(kube::ResourceCache &cache, const kube::ApiResource &resource, const ObjectId &id,
                YamlHighlighting &highlighting, Look &look, QObject *parent = nullptr);
    ~YamlContent() override;

    /// Makes the object editable, with editors made by `make`. Before it is shown.
    void setEditable(std::function<ManifestEditor *()> make);
    void edit(); ///< once the object is known
    /// The same for the decoded values of a Secret.
    void setDecodable(std::function<SecretEditor *()> make);
    void decode();
    SecretEditor *decoded() const; ///< nullptr while it is not open
    ManifestEditor *editor() const; ///< nullptr while only shown

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QDateTime lastHeard() const override;
    QString accessibleText() const override;
    QVariant draft() const override;
    void setDraft(const QVariant &draft) override;
    ContentRows *contentRows() override { return liveWidget() ? nullptr : &m_pane; }
    QWidget *liveWidget() override;
    void setLiveZoom(qreal zoom) override;
    bool takesAllKeys() const override;
    enum class Button { Edit, Decode, Status, ManagedFields };
    QRectF buttonRect(Button button) const; ///< empty when it is not there

    TextPane &pane() { return m_pane; }
    ObjectWatch &watch() { return m_watch; }

private:
    void refresh();
    QString maskNote() const;
    void goOn();
    void act(const QString &action);
    void readManagedFields();
    std::vector<std::pair<Button, QRectF>> buttons() const;
    std::optional<Button> buttonAt(QPointF position) const;
    void paintButtons(QPainter &painter);
    bool press(Button button);

    ObjectId m_id;
    YamlHighlighting &m_highlighting;
    Look &m_look;
    ObjectWatch m_watch;
    TextPane m_pane;
    QSizeF m_size;
    QSet<QString> m_revealed;
    bool m_editRefused = false; ///< of a Secret that came without its values
    QVariant m_draft; ///< until the object is known
    std::function<ManifestEditor *()> m_makeEditor;
    QPointer<ManifestEditor> m_editor; ///< owned, but the canvas may have taken it as a child
    std::function<SecretEditor *()> m_makeDecoded;
    QPointer<SecretEditor> m_decoded; ///< likewise
    kube::ApiClient &m_client;
    kube::ObjectRef m_ref;
    RevealedSecret m_values; ///< where a relay leaves them out
    QJsonValue m_managedFields; ///< a watch leaves them out: read when they are wanted
    bool m_showsManagedFields = false;
    bool m_showsStatus = false;
    std::optional<Button> m_hovered;
};

} // namespace workspace
