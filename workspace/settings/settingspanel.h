// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/overlaypanel.h"
#include "workspace/settings/preferences.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QScrollArea;

namespace workspace {

class ClusterSet;
class ContextMarks;

/// How a person likes the application, and how careful each context is to be treated, with a
/// search. What is changed counts at once: there is nothing to save. GUI thread only.
class SettingsPanel final : public OverlayPanel
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the panel.
    SettingsPanel(Preferences &preferences, ContextMarks &marks, const ClusterSet &clusters,
                  Look &look, QWidget *parent);

    void open();
    void dismiss();
    /// Adds the way to the clusters that come through relays.
    void offerRelays();

Q_SIGNALS:
    void relaysWanted();

protected:
    void back() override { dismiss(); }

private:
    /// One setting: what it is called, in words that find it, and its control.
    struct Row
    {
        QWidget *widget = nullptr;
        QString text = {};
    };

    void addPreferences();
    void addTerminal();
    void addRow(const QString &name, const QString &explanation, QWidget *control,
                const QString &words);
    QComboBox *addChoice(const QString &name, const QString &explanation, const QString &words,
                         const std::vector<std::pair<QString, QVariant>> &choices,
                         void (*set)(PreferenceValues &, const QVariant &));
    QCheckBox *addSwitch(const QString &name, const QString &explanation, const QString &words,
                         bool PreferenceValues::*value);
    void addContexts();
    QCheckBox *markBox(const QString &context, const QString &text, bool production);
    void take(const PreferenceValues &values);
    void filter(const QString &typed);

    Preferences &m_preferences;
    ContextMarks &m_marks;
    const ClusterSet &m_clusters;
    QLineEdit *m_search;
    QScrollArea *m_scroll;
    QWidget *m_list;
    QComboBox *m_theme = nullptr;
    QComboBox *m_focus = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_bell = nullptr;
    QComboBox *m_terminalFont = nullptr;
    QCheckBox *m_motion = nullptr;
    QCheckBox *m_hints = nullptr;
    QCheckBox *m_notifications = nullptr;
    std::vector<Row> m_rows;
    size_t m_fixedRows = 0; ///< before those of the contexts
};

} // namespace workspace
