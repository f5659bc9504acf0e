// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/yardchange.h"

#include <QImage>

namespace workspace {

class ContentFactory;
class Look;

/// A picture of krates where they stand, without what their windows show, scaled to fit into
/// `pixels`; of very many the nearest to the viewer. GUI thread only.
QImage pictureOf(const Krates &krates, const ContentFactory &factory, const Look &look,
                 QSize pixels);

} // namespace workspace
