// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QObject;
class QSettings;

namespace workspace {
class ContextMarks;
class ForwardBook;
class NamespaceMemory;
class Preferences;
class RelayClusters;
struct PreferenceValues;
} // namespace workspace

/// What a person's settings file remembers. Each function fills its second argument from the file
/// and writes every later change there, as long as `life` lives; all are borrowed.
namespace app {

/// What the file says of preferences; the usual where it says nothing.
workspace::PreferenceValues preferencesIn(const QSettings &settings);

/// `theme`, `focus`, `motion`, `hints`, `notifications`, `language`.
void keepPreferences(QSettings &settings, workspace::Preferences &preferences, QObject *life);
/// The namespaces that were chosen before, by context.
void keepNamespaces(QSettings &settings, workspace::NamespaceMemory &memory, QObject *life);
/// How careful each context is to be treated: "production", "readOnly" or both.
void keepMarks(QSettings &settings, workspace::ContextMarks &marks, QObject *life);
/// The relays whose clusters are used, and what they told of them; not the sign-ins.
void keepRelays(QSettings &settings, workspace::RelayClusters &relays, QObject *life);
/// The port forwards of before, stopped.
void keepForwards(QSettings &settings, workspace::ForwardBook &book, QObject *life);

} // namespace app
