// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/settings/settingspanel.h"

#include "workspace/clusters/clusterset.h"
#include "workspace/look/formstyle.h"
#include "workspace/safety/contextmarks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PanelWidth = 680;
static constexpr int ListHeight = 480;

using ThemeChoice = PreferenceValues::ThemeChoice;
using Focus = PreferenceValues::Focus;
using Bell = PreferenceValues::Bell;

SettingsPanel::SettingsPanel(Preferences &preferences, ContextMarks &marks,
                             const ClusterSet &clusters, Look &look, QWidget *parent)
    : OverlayPanel(look, PanelWidth, parent)
    , m_preferences(preferences)
    , m_marks(marks)
    , m_clusters(clusters)
    , m_search(new QLineEdit)
    , m_scroll(new QScrollArea)
    , m_list(new QWidget)
{
    title().setText(tr("Settings"));
    setAccessibleName(tr("Settings"));
    m_search->setPlaceholderText(tr("Search in the settings"));
    m_search->setAccessibleName(tr("Search in the settings"));
    m_search->setMaxLength(200);
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 8, 0);
    rows->setSpacing(14);
    m_scroll->setWidget(m_list);
    m_list->setAutoFillBackground(false); // setWidget() has it filled
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its controls have it
    column().addWidget(&title());
    column().addWidget(m_search);
    column().addWidget(m_scroll, 1);
    addPreferences();
    m_fixedRows = m_rows.size();
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPanel::filter);
    connect(&m_preferences, &Preferences::changed, this, [this] { take(m_preferences.values()); });
    take(m_preferences.values());
}

void SettingsPanel::addPreferences()
{
    m_theme = addChoice(tr("Theme"), tr("The colours of everything."),
                        tr("dark light colours appearance"),
                        {{tr("As the system"), int(ThemeChoice::System)},
                         {tr("Dark"), int(ThemeChoice::Dark)},
                         {tr("Light"), int(ThemeChoice::Light)}},
                        [](PreferenceValues &values, const QVariant &chosen) {
                            values.theme = ThemeChoice(chosen.toInt());
                        });
    m_language =
        addChoice(tr("Language"),
                  tr("Takes effect with the next start, or now by the button above the yard."),
                  tr("translation english german chinese"),
                  {{tr("As the system"), QString()},
                   {u"English"_s, u"en"_s},
                   {u"Deutsch"_s, u"de"_s},
                   {u"简体中文"_s, u"zh_CN"_s}},
                  [](PreferenceValues &values, const QVariant &chosen) {
                      values.language = chosen.toString();
                  });
    m_focus = addChoice(tr("Keys go to"), tr("Which window of the yard gets what is typed."),
                        tr("focus keyboard pointer mouse click"),
                        {{tr("The window under the pointer"), int(Focus::Pointer)},
                         {tr("The window clicked last"), int(Focus::Click)}},
                        [](PreferenceValues &values, const QVariant &chosen) {
                            values.focus = Focus(chosen.toInt());
                        });
    m_motion = addSwitch(tr("Motion"), tr("Flights over the yard. Off: the camera jumps."),
                         tr("animation flight reduce"), &PreferenceValues::motion);
    m_hints = addSwitch(tr("Hints"), tr("The bar at the lower edge that tells the keys."),
                        tr("help bar keys"), &PreferenceValues::hints);
    m_notifications = addSwitch(tr("Notifications"),
                                tr("Tell me when something that I watch starts or stops failing."),
                                tr("messages alerts watch"), &PreferenceValues::notifications);
    addTerminal();
}

void SettingsPanel::addTerminal()
{
    std::vector<std::pair<QString, QVariant>> sizes;
    for (int size = PreferenceValues::SmallestTerminalFont;
         size <= PreferenceValues::LargestTerminalFont; ++size)
        sizes.emplace_back(tr("%1 pixels").arg(size), size);
    m_terminalFont = addChoice(tr("Text in terminals"), tr("Its height at a zoom of 100 %."),
                               tr("font size shell terminal"), sizes,
                               [](PreferenceValues &values, const QVariant &chosen) {
                                   values.terminalFont = chosen.toInt();
                               });
    m_bell = addChoice(tr("Bell"), tr("What happens when a shell rings."),
                       tr("terminal shell sound beep"),
                       {{tr("A sign in the window"), int(Bell::Visible)},
                        {tr("A sign and a sound"), int(Bell::Sound)},
                        {tr("Nothing"), int(Bell::Off)}},
                       [](PreferenceValues &values, const QVariant &chosen) {
                           values.bell = Bell(chosen.toInt());
                       });
}

void SettingsPanel::addRow(const QString &name, const QString &explanation, QWidget *control,
                           const QString &words)
{
    auto *row = new QWidget;
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    auto *label = new QLabel(name);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(control);
    auto *more = new QLabel(explanation);
    more->setTextFormat(Qt::PlainText);
    more->setWordWrap(true);
    setRole(more, u"dim"_s);
    grid->addWidget(label, 0, 0);
    grid->addWidget(more, 1, 0);
    grid->addWidget(control, 0, 1, 2, 1, Qt::AlignTrailing | Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    control->setAccessibleDescription(explanation);
    m_list->layout()->addWidget(row);
    const QStringList found{name, explanation, words};
    m_rows.push_back({row, found.join(u' ')});
}

QComboBox *SettingsPanel::addChoice(const QString &name, const QString &explanation,
                                    const QString &words,
                                    const std::vector<std::pair<QString, QVariant>> &choices,
                                    void (*set)(PreferenceValues &, const QVariant &))
{
    auto *box = new QComboBox;
    QStringList all{words};
    for (const auto &[text, value] : choices) {
        box->addItem(text, value);
        all << text;
    }
    box->setAccessibleName(name);
    box->setMinimumWidth(230);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, set] {
        auto values = m_preferences.values();
        set(values, box->currentData());
        m_preferences.set(values);
    });
    addRow(name, explanation, box, all.join(u' '));
    return box;
}

QCheckBox *SettingsPanel::addSwitch(const QString &name, const QString &explanation,
                                    const QString &words, bool PreferenceValues::*value)
{
    auto *box = new QCheckBox(tr("Off"));
    box->setAccessibleName(name);
    connect(box, &QCheckBox::toggled, this, [this, box, value](bool on) {
        box->setText(on ? tr("On") : tr("Off"));
        auto values = m_preferences.values();
        values.*value = on;
        m_preferences.set(values);
    });
    addRow(name, explanation, box, words);
    return box;
}

void SettingsPanel::offerRelays()
{
    auto *button = new QPushButton(tr("Show…"));
    button->setAutoDefault(true);
    button->setAccessibleName(tr("Clusters through relays"));
    connect(button, &QPushButton::clicked, this, &SettingsPanel::relaysWanted);
    addRow(tr("Clusters through relays"),
           tr("Clusters without a kubeconfig: where you are signed in, and more of them."), button,
           tr("gateway sign in out login api key"));
    m_fixedRows = m_rows.size();
}

QCheckBox *SettingsPanel::markBox(const QString &context, const QString &text, bool production)
{
    auto *box = new QCheckBox(text);
    const auto mark = m_marks.of(context);
    box->setChecked(production ? mark.production : mark.readOnly);
    box->setAccessibleName(u"%1: %2"_s.arg(context, text));
    connect(box, &QCheckBox::toggled, this, [this, context, production](bool on) {
        auto changed = m_marks.of(context);
        (production ? changed.production : changed.readOnly) = on;
        m_marks.set(context, changed);
    });
    return box;
}

/// A row for each context that there is now.
void SettingsPanel::addContexts()
{
    while (m_rows.size() > m_fixedRows) {
        delete m_rows.back().widget;
        m_rows.pop_back();
    }
    for (const auto &context : m_clusters.contexts()) {
        auto *boxes = new QWidget;
        auto *line = new QHBoxLayout(boxes);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(markBox(context.name, tr("Production"), true));
        line->addWidget(markBox(context.name, tr("Read-only"), false));
        addRow(tr("Context %1").arg(context.name),
               tr("Production: asks twice. Read-only: nothing is changed from here."), boxes,
               tr("cluster safety protect production read-only"));
    }
}

void SettingsPanel::take(const PreferenceValues &values)
{
    const auto choose = [](QComboBox *box, const QVariant &value) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(qMax(0, box->findData(value)));
    };
    choose(m_theme, int(values.theme));
    choose(m_focus, int(values.focus));
    choose(m_language, values.language);
    choose(m_terminalFont, values.terminalFont);
    choose(m_bell, int(values.bell));
    m_motion->setChecked(values.motion);
    m_hints->setChecked(values.hints);
    m_notifications->setChecked(values.notifications);
}

void SettingsPanel::filter(const QString &typed)
{
    const auto words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const auto &row : m_rows)
        row.widget->setVisible(std::ranges::all_of(words, [&row](const QString &word) {
            return row.text.contains(word, Qt::CaseInsensitive);
        }));
}

void SettingsPanel::open()
{
    addContexts();
    m_search->clear();
    filter({});
    m_scroll->setFixedHeight(qBound(160, parentWidget()->height() - 220, ListHeight));
    place();
    show();
    raise();
    m_search->setFocus(Qt::OtherFocusReason);
}

void SettingsPanel::dismiss()
{
    if (!isHidden())
        leave();
}

} // namespace workspace
