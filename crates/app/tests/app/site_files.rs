//! Files and photos of a site: equal ones stored once, pictures upright, hostile ones harmless, each kept whole or not.

use base64::Engine;
use image::ImageFormat;
use portflow_app::events::Event;
use portflow_app::{ErrorCode, commands};
use portflow_store::queries::attachments;
use serde_json::{Value, json};

use crate::pictures::{halves, jpeg_header, png_header, turned};
use crate::place::on_each;
use crate::world::{World, heard, id};

const COMMANDS: [&str; 3] = ["site_file_add", "site_file_update", "site_file_remove"];

/// Whether a write is about files of a site.
pub fn is_of(command: &str) -> bool {
    COMMANDS.contains(&command)
}

/// A request of a write that makes sense now; what is changed or removed was added by the row before it in the table.
pub async fn request(world: &World, command: &str) -> Value {
    let files = list(world).await;
    match (command, files.first()) {
        ("site_file_add", _) => {
            json!({ "siteId": world.site, "files": [world.file("rack.txt", b"Key at the desk")] })
        }
        // Whoever may not write may not change or remove either, whatever it is.
        (_, None) => json!({ "id": world.site, "revision": 1, "fileName": "rack.txt" }),
        (_, Some(file)) => json!({ "id": file["id"], "revision": file["revision"], "fileName": "rack.txt",
            "caption": "Where the key is" }),
    }
}

async fn list(world: &World) -> Vec<Value> {
    let files = world.ok("site_file_list", json!({ "id": world.site })).await;
    files.as_array().unwrap().clone()
}

async fn add(world: &World, files: &[String]) -> Value {
    world
        .ok("site_file_add", json!({ "siteId": world.site, "files": files }))
        .await
}

/// The bytes of a `data:` address.
fn decoded(picture: &Value) -> Vec<u8> {
    let (_, text) = picture["dataUrl"].as_str().unwrap().split_once(',').unwrap();
    base64::engine::general_purpose::STANDARD.decode(text).unwrap()
}

async fn is_kept(world: &World, file: &Value) -> bool {
    let mut tx = world.cx().await.read().await.unwrap();
    let sha256 = file["sha256"].as_str().unwrap();
    let content = attachments::read_attachment_content(&mut tx, sha256)
        .await
        .unwrap();
    content.is_some()
}

#[test]
fn equal_photos_are_stored_once_and_go_with_the_last_that_has_them() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let photo = halves(640, 480, ImageFormat::Png);
        let files = [world.file("rack.png", &photo), world.file("same.jpg", &photo)];
        let added = add(&world, &files).await["added"].as_array().unwrap().clone();
        let [first, second] = added.as_slice() else {
            panic!("{added:?}")
        };
        assert_eq!(first["sha256"], second["sha256"]);
        assert_eq!(
            (&second["kind"], &second["mediaType"]),
            (&json!("photo"), &json!("image/png")),
            "the name does not say what it is"
        );
        assert_eq!(list(&world).await, added);
        let ids = json!({ "ids": [first["id"], second["id"]] });
        let pictures = world.ok("site_file_thumbnails", ids.clone()).await;
        assert_eq!(pictures.as_array().unwrap().len(), 2);
        let remove = |file: &Value| json!({ "id": file["id"], "revision": file["revision"] });
        world.ok("site_file_remove", remove(first)).await;
        assert!(is_kept(&world, second).await);
        let picture = world.ok("site_file_picture", json!({ "id": second["id"] })).await;
        assert_eq!(decoded(&picture), photo);
        let stale = json!({ "id": second["id"], "revision": 7 });
        world.fails("site_file_remove", stale, ErrorCode::Conflict).await;
        world.ok("site_file_remove", remove(second)).await;
        assert!(!is_kept(&world, second).await);
        assert_eq!(world.ok("site_file_thumbnails", ids).await, json!([]));
        let log = world.log().await;
        let (last, told) = (log.last().unwrap(), log.last().unwrap().changes.to_string());
        assert_eq!(
            (last.action.as_str(), last.entity_type.as_str()),
            ("deleted", "attachment")
        );
        assert!(
            told.contains("same.jpg") && told.contains(second["sha256"].as_str().unwrap()),
            "{told}"
        );
    });
}

#[test]
fn a_photo_that_was_taken_upright_is_shown_upright_and_kept_as_it_is() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let photo = turned(800, 400);
        let added = add(&world, &[world.file("elevator.jpg", &photo)]).await;
        let file = &added["added"][0];
        let pictures = world
            .ok("site_file_thumbnails", json!({ "ids": [file["id"]] }))
            .await;
        let small = image::load_from_memory(&decoded(&pictures[0])).unwrap().to_rgb8();
        assert_eq!(small.dimensions(), (160, 320));
        let (top, bottom) = (small.get_pixel(80, 40).0, small.get_pixel(80, 280).0);
        assert!(top[0] > 150 && top[2] < 100, "left was red: {top:?}");
        assert!(bottom[2] > 150 && bottom[0] < 100, "right was blue: {bottom:?}");
        let save = json!({ "id": file["id"], "fileId": world.save_as("copy.jpg") });
        world.ok("site_file_save", save).await;
        assert_eq!(std::fs::read(world.place.folder.join("copy.jpg")).unwrap(), photo);
    });
}

#[test]
fn every_kind_of_picture_gets_a_small_one_and_everything_else_is_a_file() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
        let cases = [
            ("a.jpg", halves(900, 300, ImageFormat::Jpeg), "image/jpeg", true),
            ("b.png", halves(30, 10, ImageFormat::Png), "image/png", true),
            ("c.webp", halves(700, 700, ImageFormat::WebP), "image/webp", true),
            ("d.heic", heic, "image/heic", false),
            ("e.pdf", b"%PDF-1.7 survey".to_vec(), "application/pdf", false),
            ("f.bin", vec![0; 40], "application/octet-stream", false),
        ];
        let files: Vec<_> = cases
            .iter()
            .map(|(name, bytes, ..)| world.file(name, bytes))
            .collect();
        add(&world, &files).await;
        for (file, (name, bytes, media_type, is_pictured)) in list(&world).await.iter().zip(&cases) {
            assert_eq!(file["fileName"], *name);
            assert_eq!(file["mediaType"], *media_type, "{name}");
            assert_eq!(file["hasThumbnail"], *is_pictured, "{name}");
            assert_eq!(file["size"], bytes.len(), "{name}");
        }
        let pdf = &list(&world).await[4]["id"];
        let refused = world
            .fails("site_file_picture", json!({ "id": pdf }), ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("e.pdf"), "{refused:?}");
    });
}

#[test]
fn a_hostile_picture_is_a_file_without_a_small_one() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let whole = halves(640, 480, ImageFormat::Jpeg);
        let huge = halves(9_000, 8_000, ImageFormat::Png);
        let mut garbled = halves(64, 64, ImageFormat::Png);
        garbled[40..60].fill(0xff);
        let hostile = [
            png_header(20_000, 20_000),
            png_header(u32::MAX, u32::MAX),
            png_header(0, 0),
            jpeg_header(65_535, 65_535),
            jpeg_header(0, 0),
            b"\xff\xd8\xff".to_vec(),
            b"RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff".to_vec(),
            whole[..200].to_vec(),
            huge,
            garbled,
        ];
        let name = |(place, bytes): (usize, &Vec<u8>)| world.file(&format!("{place}.jpg"), bytes);
        let files: Vec<_> = hostile.iter().enumerate().map(name).collect();
        let outcome = add(&world, &files).await;
        assert_eq!(outcome["refused"], json!([]));
        let added = list(&world).await;
        assert_eq!(added.len(), hostile.len());
        for (file, bytes) in added.iter().zip(&hostile) {
            assert_eq!(file["hasThumbnail"], json!(false), "{file}");
            assert_eq!(file["size"], bytes.len());
        }
    });
}

#[test]
fn what_cannot_be_kept_says_why_and_the_others_are_kept() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let large = world.place.folder.join("video.mp4");
        std::fs::File::create(&large)
            .unwrap()
            .set_len(50 * 1024 * 1024 + 1)
            .unwrap();
        let large = world.session.files.register(&large).id;
        let (empty, missing) = (world.file("empty.jpg", b""), world.save_as("gone.jpg"));
        let note = world.file("note.txt", b"Suite 400");
        let outcome = add(&world, &[large.clone(), note, empty, missing]).await;
        assert_eq!(outcome["added"].as_array().unwrap().len(), 1);
        let refused = outcome["refused"].as_array().unwrap();
        let told: Vec<_> = refused
            .iter()
            .map(|it| it["error"]["message"].as_str().unwrap())
            .collect();
        assert_eq!(
            told,
            [
                "'video.mp4' is larger than 50 MB.",
                "'empty.jpg' is empty.",
                "'gone.jpg' could not be read: it is not there."
            ]
        );
        assert_eq!(list(&world).await.len(), 1);
        let only = json!({ "siteId": world.site, "files": [large] });
        let mut listener = world.session.events.subscribe();
        world.fails("site_file_add", only, ErrorCode::File).await;
        assert_eq!(heard(&mut listener), []);
    });
}

#[test]
fn who_stops_it_keeps_what_was_stored_so_far_and_nothing_in_halves() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let files: Vec<_> = (0..60)
            .map(|n| world.file(&format!("{n}.txt"), format!("Room {n}").as_bytes()))
            .collect();
        let mut events = world.session.events.subscribe();
        let session = world.session.clone();
        let request = json!({ "siteId": world.site, "files": files, "taskId": "photos" });
        let adding = tokio::spawn(async move { commands::call(&session, "site_file_add", request).await });
        let stop = |done: u64| done >= 2;
        while let Ok(event) = events.recv().await {
            if let Event::Progress { task_id, done, total } = event {
                assert_eq!((task_id.as_str(), total), ("photos", 60));
                if stop(done) {
                    break;
                }
            }
        }
        world.ok("task_cancel", json!({ "taskId": "photos" })).await;
        let outcome = adding.await.unwrap().unwrap();
        let added = outcome["added"].as_array().unwrap();
        assert_eq!(outcome["isStopped"], json!(true));
        assert!((2..60).contains(&added.len()), "{}", added.len());
        assert_eq!(&list(&world).await, added);
        for file in added {
            assert!(is_kept(&world, file).await);
        }
        let log = world.log().await;
        let acts: std::collections::BTreeSet<_> = log
            .iter()
            .filter(|it| it.entity_type == "attachment")
            .map(|it| it.change_set_id)
            .collect();
        assert_eq!(acts.len(), 1, "one thing a person did");
    });
}

#[test]
fn a_caption_is_kept_and_files_of_other_records_are_out_of_reach() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let added = add(&world, &[world.file("IMG_0042.txt", b"x")]).await;
        let file = &added["added"][0];
        let update = json!({ "id": file["id"], "revision": 1, "fileName": " rack.txt ",
            "caption": " The rack in the basement ", "section": "legacy_system" });
        let updated = world.ok("site_file_update", update).await;
        assert_eq!(
            (&updated["fileName"], &updated["caption"], &updated["section"]),
            (
                &json!("rack.txt"),
                &json!("The rack in the basement"),
                &json!("legacy_system")
            )
        );
        assert_eq!(list(&world).await, [updated]);
        for name in ["", "a/b.txt", "c\\d.txt"] {
            let wrong = json!({ "id": file["id"], "revision": 2, "fileName": name });
            let error = world
                .fails("site_file_update", wrong, ErrorCode::InvalidInput)
                .await;
            assert_eq!(error.field.as_deref(), Some("fileName"));
        }
        for (command, request) in [
            ("site_file_picture", json!({ "id": world.signer })),
            ("site_file_remove", json!({ "id": world.signer, "revision": 1 })),
            ("site_file_list", json!({ "id": world.customer })),
            (
                "site_file_add",
                json!({ "siteId": world.customer, "files": ["x"] }),
            ),
        ] {
            world.fails(command, request, ErrorCode::NotFound).await;
        }
        assert_eq!(id(&list(&world).await[0]), id(file));
    });
}
