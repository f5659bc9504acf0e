// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/hosting/qrcode.h"

#include <QWidget>

namespace workspace {

/// Shows a QR code: dark on light in every theme, for readers expect that, each module a whole
/// number of the screen's pixels. GUI thread only.
class QrView final : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent = nullptr);

    /// Nothing is shown for what is too long.
    void setText(const QByteArray &text);
    bool isEmpty() const { return !m_code; }
    QSize sizeHint() const override;
    /// Screen pixels to a module, when it is that wide; at least 1.
    static int moduleSize(const QrCode &code, int pixels);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrCode> m_code;
};

} // namespace workspace
