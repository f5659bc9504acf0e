// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/access/canvasaccess.h"
#include "workspace/canvas/canvasmenus.h"
#include "workspace/canvas/hints.h"
#include "workspace/canvas/input/canvasinput.h"
#include "workspace/canvas/livelayer.h"
#include "workspace/canvas/paint/canvaspainter.h"
#include "workspace/canvas/paint/dragghost.h"
#include "workspace/canvas/peers/peerlayer.h"
#include "workspace/canvas/useridle.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/commands/commandset.h"

#include <QTimer>

class QPinchGesture;

namespace workspace {

/// The parts of the canvas and the one timer that drives them.
class YardCanvas::Private : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(workspace::YardCanvas)

public:
    Private(YardCanvas &canvas, YardDocument &document, ContentFactory &factory, Look &usedLook);
    ~Private() override;
    Q_DISABLE_COPY_MOVE(Private)

    /// A frame as soon as the screen can show one.
    void wake();
    /// A frame for what changed by itself: while the person leaves the program alone one a second
    /// is enough, for all windows together, and two where one of them has the keys.
    void wakeForChange(bool hasKeys = false);
    void viewMoved();
    void everythingChanged();
    /// Tells, to the eye and to a screen reader, what can be done where the person is.
    void updateHints();
    bool pinch(const QPinchGesture &gesture);
    void krateDirty(const QString &krateId);
    void windowDirty(const WindowPlace &place);
    QRectF dirtyRect(const WindowPlace &place) const;
    /// What looks different while the pointer is over it.
    QRect areaOf(const Hit &hit) const;
    void hoverChanged();
    /// Beside the window it came from, it is opened; in its frame or off the canvas, nothing is.
    void drop(const QString &windowId, const std::vector<ObjectId> &objects, QPointF at);
    /// Whether the yard is what is there on the screen, and none of our other windows or panels.
    bool isSeenAt(QPoint screen) const;
    void showPeers(const std::vector<YardPeer> &shown);
    void movePeers();
    void tick();
    void paint(QPaintEvent &event);

    YardCanvas &q;
    Look &look;
    CommandSet commands; ///< those of the canvas, for its own keys and menus
    CanvasScene scene;
    Minimap minimap;
    Overlays overlays;
    CanvasInput input;
    PeerLayer peers;
    CanvasPainter painter;
    LiveLayer live;
    CanvasTree tree;
    CanvasMenus menus;
    DragGhost ghost;
    UserIdle person;
    QTimer timer;
    QTimer ages; ///< runs while a window is stale
    QTimer fade; ///< runs until a peer's pointer has rested for long enough to fade
    QTimer rest; ///< runs after a frame, until pictures that nobody sees may go
    QRegion pending; ///< what the next tick repaints
    QRect hoveredArea; ///< what the pointer made look different
    bool waitsForZoom = false;
    bool showsHints = true;
    bool dragged = false; ///< a person drags something
    std::optional<HintKey> told; ///< what the hints are about
};

} // namespace workspace
