// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/overlaypanel.h"
#include "workspace/versions/versionsource.h"
#include "workspace/versions/yarddifference.h"

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace workspace {

/// What the open yard was before: the versions that are kept, of the chosen one a picture and what
/// would change, and a field to keep what it is now. GUI thread only.
class VersionPanel final : public OverlayPanel
{
    Q_OBJECT

public:
    /// What the panel asks about the yard. All are required.
    struct Yard
    {
        std::function<Krates()> now = {};
        std::function<std::optional<Krates>(const QByteArray &state)> read = {};
        std::function<QImage(const Krates &krates, QSize pixels)> paint = {};
    };

    /// `look` is borrowed and must outlive the panel.
    VersionPanel(Yard yard, Look &look, QWidget *parent);

    /// `source` is borrowed; who destroys it calls dismiss() first. `mayWrite`: versions may be
    /// kept and brought back.
    void open(VersionSource &source, bool mayWrite);
    void dismiss();
    /// The yard has changed: what would be different, too.
    void compare();
    /// The versions are another list now.
    void reload(const QString &note = {});
    const std::vector<YardVersion> &versions() const { return m_versions; }

Q_SIGNALS:
    /// A person wants to bring back this version, which is to be asked.
    void restoreWanted(const workspace::YardVersion &version,
                       const workspace::YardDifference &difference);

protected:
    void back() override { dismiss(); }
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void choose();
    void showState(const QByteArray &state);
    void showNothing(const QString &why);
    void keep();
    void say(const QString &text, bool isError = false);
    const YardVersion *chosen() const;

    const Yard m_yard;
    VersionSource *m_source = nullptr; ///< only while open
    bool m_mayWrite = false;
    int m_asked = 0; ///< counts questions: answers to an older one mean nothing
    std::vector<YardVersion> m_versions;
    std::optional<Krates> m_then; ///< of the chosen one, once it is known
    YardDifference m_difference;
    QListWidget *m_list;
    QLabel *m_picture;
    QLabel *m_summary;
    QLabel *m_lines;
    QLineEdit *m_name;
    QPushButton *m_keep;
    QLabel *m_note;
    QPushButton *m_restore;
};

/// How a version is called: its name, or that it was made by itself.
QString titleOf(const YardVersion &version);

} // namespace workspace
