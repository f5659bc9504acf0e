// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linetable.h"
#include "kube/logstore/spillfile.h"

#include <QByteArray>

#include <memory>

namespace logstore {

/// About a mebibyte of lines. A copy is cheap and may be read on another thread once the block is
/// sealed, that is: is not the last one of its store.
struct Block
{
    static constexpr qsizetype Capacity = 1024 * 1024; ///< a longer line has a block for itself

    qint64 first = 0; ///< the number of its first line
    std::shared_ptr<LineTable> lines = std::make_shared<LineTable>();
    /// The lines without their stamps, each with a newline; null while they are in the file.
    QByteArray bytes = {};
    SpillFile::Place place = {};
    qsizetype size = 0; ///< of the bytes, wherever they are
    bool isAscii = true;
    bool hasEscapes = false;

    qint64 end() const { return first + lines->count(); }
    bool isInMemory() const { return !bytes.isNull(); }
};

} // namespace logstore
