// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/hosting/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace workspace {

std::optional<QrCode> qrCodeOf(const QByteArray &text)
{
    if (text.isEmpty())
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeData(int(text.size()), reinterpret_cast<const unsigned char *>(text.data()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!made)
        return {};
    QrCode code{.size = made->width};
    const int count = code.size * code.size;
    code.dark.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        code.dark.push_back(made->data[i] & 1); // the other bits say what a module is for
    return code;
}

} // namespace workspace
