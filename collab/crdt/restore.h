// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/event.h"

namespace crdt {

class Doc;

/// What restore() did not bring back, for it cannot be made anew from its value: XML, documents
/// within the document, types within a text, and what lies deeper than 100 types.
struct Restored
{
    int leftOut = 0;
};

/// Makes the values of `doc` those of `old`, in one transaction, as a person would who changes only
/// what differs: a type that is in both stays the one it was, so that who is at work in it stays
/// there. Any document, known or not: what its roots are is read off what they hold.
///
/// `old` may be another document altogether; it is only read, except that its roots get their kind.
Restored restore(Doc &doc, Doc &old, Origin origin = nullptr);

} // namespace crdt
