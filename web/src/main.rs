//! Mounts the studio on the page.

fn main() {
    yew::Renderer::<switchhook_studio::App>::new().render();
}
