// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/camera.h"
#include "workspace/canvas/paint/picture.h"
#include "workspace/canvas/selection.h"
#include "workspace/window/contentfactory.h"
#include "workspace/yard/yarddocument.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QLineF>
#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace workspace {

/// A window on the canvas: its record, what it shows, and its picture.
struct WindowItem
{
    WindowRecord record = {};
    /// Null until it was first seen close enough, and while it is lent.
    std::unique_ptr<WindowContent> content = {};
    std::unique_ptr<WindowContent> lent = {}; ///< what is shown in a window of its own
    bool isLent = false;
    Picture picture = {};
    QSizeF contentSize = {}; ///< the size the content was told last
    bool onlyContent = false; ///< of a dirty picture only the content is out of date
    QRectF part = {}; ///< of that only this, in content coordinates; empty: all of it
    QDateTime leftBehind = {}; ///< when it stopped being live; invalid: it did not
    QHash<View, QVariant> drafts = {}; ///< typed and not sent, in views that it does not show now
    QString age = {}; ///< how old the picture says that what it shows is

    WindowItem() = default;
    /// What a content says of itself while it goes (a live widget that is hidden reports a change)
    /// reaches nobody: the item has left the scene. Who waits for its end is told.
    ~WindowItem();
    Q_DISABLE_COPY_MOVE(WindowItem)

    /// What it showed, in an item of its own that is to go.
    std::unique_ptr<WindowItem> takeContent();
    /// What it shows, here or in a window of its own; may be null.
    WindowContent *shown() const { return isLent ? lent.get() : content.get(); }

    void setDirty()
    {
        picture.dirty = true;
        onlyContent = false;
        part = {};
    }
};

/// A krate on the canvas: its record with the preview of a gesture, and its pictures.
struct KrateItem
{
    KrateRecord record = {};
    KrateStatus status = {};
    std::vector<std::unique_ptr<WindowItem>> windows = {};
    Picture header = {};
    Picture card = {};
    QRectF bounds = {}; ///< layout::bounds() of the record

    /// How current its windows are: the worst that is known of them; none when none was seen yet.
    std::optional<WindowContent::Freshness> freshness() const;
    std::optional<WindowContent::Freshness> told = {}; ///< by the card
};

/// A window and the krate it belongs to; both null or neither.
struct WindowPlace
{
    KrateItem *krate = nullptr;
    WindowItem *window = nullptr;

    explicit operator bool() const { return window != nullptr; }
    bool operator==(const WindowPlace &) const = default;
};

/// What a gesture draws over the yard while it lasts; world units.
struct GestureMarks
{
    QRectF band = {}; ///< the rubber band; empty: none
    std::vector<QLineF> guides = {}; ///< what a dragged krate is in line with

    bool operator==(const GestureMarks &) const = default;
};

/// What stands on the canvas and from where it is seen: follows the document, keeps contents and
/// pictures, and knows which gesture is being previewed. Paints nothing and handles no input.
class CanvasScene : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the scene.
    CanvasScene(YardDocument &document, ContentFactory &factory, QObject *parent = nullptr);
    ~CanvasScene() override;

    YardDocument &document() { return m_document; }
    const YardDocument &document() const { return m_document; }
    /// From the furthest to the nearest.
    const std::vector<std::unique_ptr<KrateItem>> &krates() const { return m_krates; }
    KrateItem *krate(const QString &id) const;
    WindowPlace window(const QString &id) const;

    // --- The camera
    const Camera &camera() const { return m_camera; }
    void setViewport(QSizeF size);
    void setView(const CameraView &view);
    void panBy(QPointF pixels);
    void zoomAbout(QPointF screen, qreal factor);
    void flyTo(const CameraView &view); ///< at once when motion is off
    void flyToKrate(const QString &id);
    void flyToFitAll();
    void flyToFit(const QRectF &world);
    /// Flies just as far as needed to have `world` in view; from its header on, when it is larger.
    void reveal(const QRectF &world);
    bool advance(); ///< moves a flight on; false when none is under way
    void setMotion(bool on) { m_motion = on; }
    bool hasMotion() const { return m_motion; }
    bool isZooming() const; ///< the zoom changed a moment ago
    qint64 now() const { return m_clock.elapsed(); }

    // --- What is seen
    /// Below zoom 0.4 krates are cards; above 0.5 windows come back.
    bool showsCards() const { return m_cards; }
    bool isCard(const KrateItem &item) const { return m_cards || item.record.minimized; }
    QRectF frame(const KrateItem &item) const; ///< on screen
    QRectF cardRect(const KrateItem &item) const; ///< on screen
    /// Where a window is on screen, and logical pixels per unit there: maximised it fills the view.
    QRectF windowRect(const WindowPlace &place) const;
    qreal windowScale(const WindowPlace &place) const;
    QRectF contentRect(const WindowPlace &place) const; ///< on screen
    /// The frame or card about everything of a krate that is painted, on screen.
    QRectF paintedRect(const KrateItem &item) const;
    void ensureContent(const WindowPlace &place); ///< makes it when missing and tells it its size
    /// What it shows is lent to a window of its own, or back on the yard.
    void setLent(const QString &windowId, bool lent);
    /// Windows that are not live: their headers tell an age, which is another one now. Whether
    /// there is any.
    bool ageStale();

    // --- What the pointer and the keys are at
    WindowPlace focused() const { return window(m_focused); }
    void setFocused(const QString &windowId);
    WindowPlace maximised() const { return window(m_maximised); }
    void setMaximised(const QString &windowId); ///< empty: back to the yard; not a lent one
    Selection &selection() { return m_selection; }
    const Selection &selection() const { return m_selection; }
    /// The krate that keys are at, and from which arrows go on; null: none.
    KrateItem *focusedKrate() const { return krate(m_focusedKrate); }
    void setFocusedKrate(const QString &krateId);
    /// Whether a person goes about with the keys: then the pointer takes no focus until it moves.
    bool keysLead() const { return m_keysLead; }
    void setKeysLead(bool lead);

    // --- Previews of a gesture, until clearPreview() or the document's change
    void previewMove(const std::map<QString, QPointF> &positions);
    void previewResize(const QString &krateId, const std::vector<WindowRecord> &windows,
                       QPointF shift);
    void clearPreview();
    bool isPreviewing() const { return !m_previewed.isEmpty(); }
    bool isPreviewed(const QString &krateId) const { return m_previewed.contains(krateId); }
    const GestureMarks &marks() const { return m_marks; }
    void setMarks(const GestureMarks &marks);

    void setAllDirty(); ///< after a change of theme

Q_SIGNALS:
    void viewChanged(); ///< the camera moved
    void changed(); ///< krates, their tabs: anything may look different
    void krateDirty(const QString &krateId); ///< its header or card is out of date
    void windowDirty(const workspace::WindowPlace &place); ///< one window's picture is out of date
    void focusChanged();
    /// Objects were dragged out of a window and let go at `at` on screen.
    void draggedOut(const QString &windowId, const std::vector<workspace::ObjectId> &objects,
                    QPointF at);
    void flightBegan();

private:
    void follow(const YardChange &change);
    /// What leaves the scene, until it is whole again: a content that goes may make another one
    /// speak (a shell that leaves a broadcast), and that one is looked up here.
    struct Leaving
    {
        std::vector<std::unique_ptr<KrateItem>> krates = {};
        std::vector<std::unique_ptr<WindowItem>> windows = {};
    };
    static std::vector<std::unique_ptr<WindowItem>>
    takeWindows(KrateItem &item, const KrateRecord &record, Leaving &leaving);
    void refresh(KrateItem &item, const KrateRecord &record, Leaving &leaving);
    void reindex();
    void sort();
    void cameraMoved(qreal zoomBefore);
    QRectF maximisedRect() const;
    void makeContent(const WindowPlace &place);
    void takeStatus(KrateItem &item);
    void contentOutdated(const QString &windowId, bool onlyContent, const QRectF &part = {});

    YardDocument &m_document;
    ContentFactory &m_factory;
    Camera m_camera;
    QElapsedTimer m_clock;
    std::vector<std::unique_ptr<KrateItem>> m_krates;
    QHash<QString, KrateItem *> m_krateIndex;
    QHash<QString, WindowPlace> m_windowIndex;
    QString m_focused;
    QString m_maximised;
    QString m_focusedKrate;
    QSet<QString> m_previewed;
    GestureMarks m_marks;
    Selection m_selection;
    bool m_keysLead = false;
    bool m_cards = false;
    bool m_motion = true;
    qint64 m_zoomed = -1000;
};

} // namespace workspace
